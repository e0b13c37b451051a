using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Desk;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Desk;

public sealed class HoldListTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindAsync_PageByPage_GivesEveryHoldOnceNewestFirst()
    {
        var desk = await TestDesk.OpenAsync(database);
        var person = desk.Somebody(StaffRole.Receptionist);
        var made = new List<Guid>();
        for (var slot = 0; slot < 7; slot++)
            made.Add((await desk.HoldAsync(slot)).Hold.Id);

        var found = new List<Guid>();
        string? after = null;
        do
        {
            var page = await desk.HoldList.FindAsync(person, new HoldFilter(), after, Ct, size: 3);
            found.AddRange(page.Rows.Select(row => row.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(made.AsEnumerable().Reverse(), found);
    }

    [Fact]
    public async Task FindAsync_ByStatus_CountsALapsedHoldAsExpired()
    {
        var desk = await TestDesk.OpenAsync(database);
        var person = desk.Somebody(StaffRole.Receptionist);
        var (_, lapsed) = await desk.HoldAsync(0, Duration.FromMilliseconds(1));
        var (_, live) = await desk.HoldAsync(1);

        var held = await desk.HoldList.FindAsync(person, new HoldFilter { Statuses = [BookingStatus.Held] }, null, Ct);
        var expired = await desk.HoldList.FindAsync(person, new HoldFilter { Statuses = [BookingStatus.Expired] }, null, Ct);

        Assert.Equal(live.Id, Assert.Single(held.Rows).Id);
        Assert.Equal((lapsed.Id, BookingStatus.Expired), (Assert.Single(expired.Rows).Id, expired.Rows[0].Status));
    }

    [Fact]
    public async Task FindCallsAsync_EndToldWithItsLength_GivesThatLength()
    {
        var desk = await TestDesk.OpenAsync(database);
        var (told, _) = await desk.HoldAsync(0);
        var (untold, _) = await desk.HoldAsync(1);
        var ended = new CallEnded(CallChannel.Call, CallDirection.Inbound, null, null, "customer-ended-call", false, null, null, TimeSpan.FromSeconds(94), null);
        await desk.Calls.EndedAsync(told, ended, Ct);
        await desk.Calls.EndedAsync(untold, ended with { Duration = null }, Ct);

        var rows = (await desk.CallList.FindAsync(desk.Somebody(StaffRole.Receptionist), new CallFilter(), null, Ct)).Rows;

        Assert.Equal(Duration.FromSeconds(94), rows.Single(row => row.Id == told.CallId).Length);
        Assert.Null(rows.Single(row => row.Id == untold.CallId).Length);
    }

    [Theory]
    [InlineData("0123", 1)]
    [InlineData("9999", 0)]
    [InlineData("byron", 1)]
    [InlineData("b%r", 0)]
    [InlineData("", 2)]
    public async Task FindAsync_ByText_FindsByLastDigitsOrName(string text, int count)
    {
        var desk = await TestDesk.OpenAsync(database);
        await desk.HoldAsync(0);
        var (_, hold) = await desk.HoldAsync(1, patient: "Grace Hopper");
        await database.Db.RunAsync(new OrgContext(desk.Clinic.Org, Actor.Job("test")), async (rows, ct) =>
            await rows.Database.ExecuteSqlAsync($"update booking set patient_phone = '+447700900456' where id = {hold.Id}", ct), Ct);

        var page = await desk.HoldList.FindAsync(desk.Somebody(StaffRole.Manager), new HoldFilter { Text = text }, null, Ct);

        Assert.Equal(count, page.Rows.Count);
    }

    [Fact]
    public async Task FindAsync_ByBeginningOfId_FindsIt()
    {
        var desk = await TestDesk.OpenAsync(database);
        var (_, hold) = await desk.HoldAsync();

        var page = await desk.HoldList.FindAsync(desk.Somebody(StaffRole.Manager), new HoldFilter { Text = hold.Id.ToString()[..30] }, null, Ct);

        Assert.Equal(hold.Id, Assert.Single(page.Rows).Id);
    }

    [Fact]
    public async Task FindAsync_ByDayAndProvider_Narrows()
    {
        var desk = await TestDesk.OpenAsync(database, providers: 2);
        var person = desk.Somebody(StaffRole.Manager);
        await desk.HoldAsync();
        var today = SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/London"]).Date;

        async Task<int> CountAsync(HoldFilter filter) => (await desk.HoldList.FindAsync(person, filter, null, Ct)).Rows.Count;

        Assert.Equal(1, await CountAsync(new HoldFilter { From = today, To = today, ProviderId = desk.Clinic.Providers[0] }));
        Assert.Equal(0, await CountAsync(new HoldFilter { ProviderId = desk.Clinic.Providers[1] }));
        Assert.Equal(0, await CountAsync(new HoldFilter { To = today.PlusDays(-1) }));
    }

    [Fact]
    public async Task CallList_StatesAndPaging_TellCallsApart()
    {
        var desk = await TestDesk.OpenAsync(database);
        var person = desk.Somebody(StaffRole.Receptionist);
        var ended = new CallEnded(CallChannel.Call, CallDirection.Inbound, null, null, "customer-ended-call", false, null, null, null, null);
        var (booked, hold) = await desk.HoldAsync();
        await desk.Holds.ConfirmAsync(person, hold, StaffReason.AtTheDesk, null, Ct);
        await desk.Calls.EndedAsync(booked, ended, Ct);
        var lost = desk.Clinic.NewCall();
        await desk.Calls.EndedAsync(lost, ended, Ct);
        var live = desk.Clinic.NewCall();
        await desk.Calls.StartedAsync(live, new CallStarted(CallChannel.Call, CallDirection.Inbound, null, null, null), Ct);

        async Task<string[]> IdsAsync(params CallState[] states) =>
            [.. (await desk.CallList.FindAsync(person, new CallFilter { States = states }, null, Ct)).Rows.Select(row => row.Id)];

        Assert.Equal([booked.CallId!], await IdsAsync(CallState.Booked));
        Assert.Equal([lost.CallId!], await IdsAsync(CallState.Ended));
        Assert.Equal([live.CallId!], await IdsAsync(CallState.OnTheLine));
        var first = await desk.CallList.FindAsync(person, new CallFilter(), null, Ct, size: 2);
        var rest = await desk.CallList.FindAsync(person, new CallFilter(), first.Next, Ct, size: 2);
        Assert.Equal([live.CallId!, lost.CallId!, booked.CallId!], first.Rows.Concat(rest.Rows).Select(row => row.Id));
        Assert.Null(rest.Next);
    }

    [Fact]
    public async Task CallList_CallThatGoesOn_HasNoLength()
    {
        var desk = await TestDesk.OpenAsync(database);
        var call = desk.Clinic.NewCall();
        await desk.Calls.StartedAsync(call, new CallStarted(CallChannel.Call, CallDirection.Inbound, null, null, DateTimeOffset.UnixEpoch.AddYears(60)), Ct);

        var detail = await desk.CallList.GetAsync(desk.Somebody(StaffRole.Receptionist), call.CallId!, Ct);

        Assert.True(detail!.Row.IsLive);
        Assert.Null(detail.Row.Length);
    }
}
