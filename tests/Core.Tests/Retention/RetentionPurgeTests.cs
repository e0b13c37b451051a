using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Auditing;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Retention;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Retention;

public sealed class RetentionPurgeTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private RetentionPurge Purge => new(
        database.Db, new OrgList(database.Contexts), [new EndedHoldPurge(database.Db), new CallPurge(database.Db), new ToolCallPurge(database.Db)], database.Activity);

    [Fact]
    public async Task RunOnceAsync_EndedHoldsPastTheirTime_GoWithEverythingOnThemAndIntoTheChain()
    {
        var desk = await TestDesk.OpenAsync(database);
        var person = desk.Somebody(StaffRole.Manager);
        var (_, old) = await desk.HoldAsync(0);
        await desk.Holds.ResendAsync(person, old.Id, Ct);
        await desk.Holds.ReleaseAsync(person, await desk.SeeAsync(old.Id), Ct);
        await AgeAsync(desk, old.Id, 91);
        var (_, young) = await desk.HoldAsync(1);
        await desk.Holds.ReleaseAsync(person, young, Ct);
        var (_, booked) = await desk.HoldAsync(2);
        await desk.Holds.ConfirmAsync(person, booked, StaffReason.AtTheDesk, "at the desk", Ct);
        await AgeAsync(desk, booked.Id, 400);

        await Purge.RunOnceAsync(Ct);

        var (bookings, challenges, dispatches, tools, audit) = await database.Db.RunAsync(person, async (rows, ct) => (
            await rows.Bookings.Select(row => row.Id).ToListAsync(ct), await rows.Challenges.CountAsync(ct), await rows.Dispatches.CountAsync(ct),
            await rows.ToolCalls.CountAsync(ct), await rows.AuditEvents.Where(link => link.Action == "retention.purged").ToListAsync(ct)), Ct);
        Assert.Equal(new[] { young.Id, booked.Id }.Order(), bookings.Order());
        Assert.Equal((0, 0, 2), (challenges, dispatches, tools));
        Assert.Equal("holds 1, codes 1, texts 1, notes 0, tool calls 1", Assert.Single(audit).Detail);
        Assert.True((await new AuditVerifier(database.Db).VerifyAsync(person, Ct)).IsSuccess);
    }

    [Fact]
    public async Task RunOnceAsync_Again_RemovesAndSaysNothing()
    {
        var desk = await TestDesk.OpenAsync(database);
        var person = desk.Somebody(StaffRole.Manager);
        var (_, old) = await desk.HoldAsync();
        await desk.Holds.ReleaseAsync(person, old, Ct);
        await AgeAsync(desk, old.Id, 91);
        await Task.WhenAll(Purge.RunOnceAsync(Ct), Purge.RunOnceAsync(Ct), Purge.RunOnceAsync(Ct));

        await Purge.RunOnceAsync(Ct);

        var purged = await database.Db.RunAsync(person, (rows, ct) => rows.AuditEvents.CountAsync(link => link.Action == "retention.purged", ct), Ct);
        Assert.Equal(1, purged);
    }

    [Fact]
    public async Task RunOnceAsync_ToolCallsPastThirtyDays_AreForgotten()
    {
        var desk = await TestDesk.OpenAsync(database);
        var (call, _) = await desk.HoldAsync();
        await database.Db.RunAsync(call, async (rows, ct) => await rows.Database.ExecuteSqlAsync($"update tool_call set created_at = created_at - interval '31 days'", ct), Ct);

        await Purge.RunOnceAsync(Ct);

        Assert.Equal(0, await database.Db.RunAsync(call, (rows, ct) => rows.ToolCalls.CountAsync(ct), Ct));
    }

    [Fact]
    public async Task RunOnceAsync_OldCalls_LoseWhatWasSaidAndGoUnlessABookingNamesThem()
    {
        var desk = await TestDesk.OpenAsync(database);
        var person = desk.Somebody(StaffRole.Manager);
        var (booked, hold) = await desk.HoldAsync();
        await desk.Holds.ConfirmAsync(person, hold, StaffReason.AtTheDesk, null, Ct);
        var lost = desk.Clinic.NewCall();
        var ended = new CallEnded(CallChannel.Call, CallDirection.Inbound, null, null, "customer-ended-call", false, null, null, null, null);
        await desk.Calls.EndedAsync(booked, ended, Ct);
        await desk.Calls.EndedAsync(lost, ended, Ct);
        await database.Db.RunAsync(person, async (rows, ct) =>
        {
            await rows.Database.ExecuteSqlAsync($"update call set created_at = created_at - interval '91 days'", ct);
            await rows.Database.ExecuteSqlAsync(
                $"insert into transcript(org_id, call_id, state, policy_name, policy_version, turns, turn_count, counts, withheld_parts, created_at) select org_id, id, 'empty', 'p', 1, '[]', 0, '{{}}', 0, created_at from call", ct);
        }, Ct);

        await Purge.RunOnceAsync(Ct);

        var (calls, transcripts) = await database.Db.RunAsync(person, async (rows, ct) => (
            await rows.Calls.Select(call => call.Id).ToListAsync(ct), await rows.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from transcript").SingleAsync(ct)), Ct);
        Assert.Equal([booked.CallId!], calls);
        Assert.Equal(0, transcripts);
    }

    private Task<int> AgeAsync(TestDesk desk, Guid hold, int days) => database.Db.RunAsync(
        new OrgContext(desk.Clinic.Org, Actor.Job("test")),
        async (rows, ct) => await rows.Database.ExecuteSqlAsync($"update booking set updated_at = updated_at - make_interval(days => {days}) where id = {hold}", ct),
        Ct);
}
