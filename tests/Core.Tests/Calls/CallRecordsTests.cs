using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Calls;

public sealed class CallRecordsTests(TestDatabase database)
{
    private static readonly Instant Nine = Instant.FromUtc(2026, 11, 22, 9, 0);

    private int _calls;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_CallsOfEveryFate_TellsHowFarEachCame()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var calls = new TestCalls(database);
        var booking = new BookingService(database.Db, database.Activity);
        var quiet = await StartAsync(calls, clinic, Nine);
        var asked = await StartAsync(calls, clinic, Nine, "no_availability");
        var found = await StartAsync(calls, clinic, Nine, "available");
        var held = await StartAsync(calls, clinic, Nine, "available");
        await booking.ClaimAsync(held, clinic.Claim(TestClinic.FirstSlot), Ct);
        var booked = await StartAsync(calls, clinic, Nine);
        await booking.ClaimAsync(booked, clinic.Claim(TestClinic.FirstSlot + Duration.FromHours(1)), Ct);
        await booking.ConfirmAsync(booked, (await new HoldFinder(database.Db, TimeProvider.System).FindAsync(booked, null, Ct)).Value, "no_code_required", Ct);
        var transferred = await StartAsync(calls, clinic, Nine, "available");
        await calls.Events.EndedAsync(transferred, Ended(transferred: true), Ct);

        var page = await calls.Records.ListAsync(TestCalls.Reader(quiet), new CallQuery(), Ct);
        var onlyFound = await calls.Records.ListAsync(TestCalls.Reader(quiet), new CallQuery { Outcome = CallOutcome.Found }, Ct);

        var outcomes = page.Rows.ToDictionary(row => row.Id, row => row.Outcome);
        Assert.Equal(
            [CallOutcome.NoIntent, CallOutcome.Asked, CallOutcome.Found, CallOutcome.Held, CallOutcome.Booked, CallOutcome.Transferred],
            new[] { quiet, asked, found, held, booked, transferred }.Select(call => outcomes[call.CallId!]));
        Assert.Equal(found.CallId, Assert.Single(onlyFound.Rows).Id);
        var row = page.Rows.Single(row => row.Id == held.CallId);
        Assert.Equal((TestClinic.FirstSlot, "Dr. 0", "Visit", true), (row.VisitAt!.Value, row.ProviderName, row.ServiceName, row.IsLive));
    }

    [Fact]
    public async Task List_MoreThanAPage_ContinuesWithoutGapOrRepeat()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var calls = new TestCalls(database);
        var all = new List<string>();
        for (var n = 0; n < 7; n++)
            all.Add((await StartAsync(calls, clinic, Nine + Duration.FromMinutes(n / 2))).CallId!);
        var context = clinic.NewCall();
        var seen = new List<CallRow>();
        CallCursor? after = null;

        do
        {
            var page = await calls.Records.ListAsync(TestCalls.Reader(context), new CallQuery { Limit = 3, After = after }, Ct);
            seen.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(all.Order(StringComparer.Ordinal), seen.Select(row => row.Id).Order(StringComparer.Ordinal));
        Assert.Equal(seen.OrderByDescending(row => row.BeganAt).Select(row => row.BeganAt), seen.Select(row => row.BeganAt));
    }

    [Fact]
    public async Task DropOff_CallsOfTwoDays_CountsEachStepByTheClinicsMidnight()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var calls = new TestCalls(database);
        var zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        await StartAsync(calls, clinic, Instant.FromUtc(2026, 11, 22, 4, 59));
        await StartAsync(calls, clinic, Instant.FromUtc(2026, 11, 22, 5, 0), "available");
        var held = await StartAsync(calls, clinic, Instant.FromUtc(2026, 11, 23, 4, 59), "available");
        await new BookingService(database.Db, database.Activity).ClaimAsync(held, clinic.Claim(TestClinic.FirstSlot), Ct);

        var days = await calls.Records.DropOffAsync(TestCalls.Reader(held), new LocalDate(2026, 11, 21), new LocalDate(2026, 11, 23), zone, Ct);

        Assert.Equal(
            [new DropOffDay(new(2026, 11, 21), 1, 0, 0, 0, 0, 0, 0), new DropOffDay(new(2026, 11, 22), 2, 2, 2, 1, 0, 0, 0), new DropOffDay(new(2026, 11, 23), 0, 0, 0, 0, 0, 0, 0)],
            days);
    }

    [Fact]
    public async Task Find_CallWithAHold_ShowsToolsAndHoldsInOrder()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var calls = new TestCalls(database);
        var call = await StartAsync(calls, clinic, Nine, "available");
        await new BookingService(database.Db, database.Activity).ClaimAsync(call, clinic.Claim(TestClinic.FirstSlot), Ct);

        var detail = (await calls.Records.FindAsync(TestCalls.Reader(call), call.CallId!, Ct))!;

        Assert.Equal(["check_availability", "claim_slot"], detail.Timeline.OfType<ToolMoment>().Select(tool => tool.Tool));
        var looked = detail.Timeline.OfType<ToolMoment>().First();
        Assert.Equal(("available", 7, "date,service"), (looked.Code, looked.LatencyMs!.Value, string.Join(',', looked.Arguments)));
        Assert.Equal((BookingStatus.Held, false), (Assert.Single(detail.Timeline.OfType<HoldMoment>()).Status, detail.Timeline.OfType<HoldMoment>().Single().IsConfirmation));
        Assert.Null(detail.Transcript);
        Assert.Null(await calls.Records.FindAsync(TestCalls.Reader(call), "no-such-call", Ct));
    }

    [Fact]
    public async Task Note_RepeatAfterAFailure_CountsTheSuccess()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var calls = new TestCalls(database);
        var call = clinic.NewCall();
        foreach (var code in new[] { "temporarily_unavailable", "available", "no_availability" })
        {
            Note(calls, call, code);
            await calls.Journal.FlushAsync(Ct);
        }

        Assert.Equal("available", Assert.Single((await calls.Records.FindAsync(TestCalls.Reader(call), call.CallId!, Ct))!.Timeline.OfType<ToolMoment>()).Code);
    }

    [Fact]
    public async Task Heard_NothingThenACall_TellsFirstAndLast()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var calls = new TestCalls(database);
        var context = clinic.NewCall();

        var before = await calls.Records.HeardAsync(TestCalls.Reader(context), Ct);
        await StartAsync(calls, clinic, Nine);
        var after = await calls.Records.HeardAsync(TestCalls.Reader(context), Ct);

        Assert.Equal(new CallsHeard(null, null), before);
        Assert.NotNull(after.FirstAt);
        Assert.True(after.LastAt >= after.FirstAt);
    }

    [Fact]
    public async Task EveryReading_WithoutARole_IsRefused()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var records = new TestCalls(database).Records;
        foreach (var actor in new[] { Actor.Staff(Guid.CreateVersion7()), Actor.Voice("x"), Actor.Job("x") })
        {
            var context = new OrgContext(clinic.Org, actor);

            await Assert.ThrowsAsync<StaffAccessException>(() => records.ListAsync(context, new CallQuery(), Ct));
            await Assert.ThrowsAsync<StaffAccessException>(() => records.FindAsync(context, "x", Ct));
            await Assert.ThrowsAsync<StaffAccessException>(() => records.DropOffAsync(context, new(2026, 1, 1), new(2026, 1, 2), DateTimeZone.Utc, Ct));
            await Assert.ThrowsAsync<StaffAccessException>(() => records.HeardAsync(context, Ct));
        }
    }

    private static CallEnded Ended(bool transferred = false) =>
        new(CallChannel.Call, CallDirection.Inbound, null, null, "customer-ended-call", transferred, null, null, null, null);

    private static void Note(TestCalls calls, OrgContext call, string code) => calls.Journal.Note(new ToolCallNote(
        call, new CallStarted(CallChannel.Call, CallDirection.Inbound, null, null, null), "check_availability", code, ["date", "service"], Nine, TimeSpan.FromMilliseconds(7)));

    private async Task<OrgContext> StartAsync(TestCalls calls, TestClinic clinic, Instant at, string? availability = null)
    {
        var call = clinic.NewCall();
        await calls.Events.StartedAsync(call, new CallStarted(CallChannel.Call, CallDirection.Inbound, null, null, at.ToDateTimeOffset()), Ct);
        if (availability is not null)
        {
            Note(calls, call with { ToolCallId = $"look-{++_calls}-{call.CallId}" }, availability);
            await calls.Journal.FlushAsync(Ct);
        }

        return call;
    }
}
