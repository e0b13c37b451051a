using System.Text.Json;
using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Calls.Reports;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Calls;

public sealed class CallReportTests(TestDatabase database)
{
    private static readonly CallEnded Ended = new(
        CallChannel.Call, CallDirection.Inbound, "+447700900456", "number-1", "customer-ended-call", TransferredToPerson: false,
        new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero), new(2026, 11, 22, 10, 4, 0, TimeSpan.Zero), TimeSpan.FromSeconds(238), 0.1873m);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reported_CallWithAHold_HidesWhoItIsFor()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var call = clinic.NewCall();
        await new BookingService(database.Db, database.Activity).ClaimAsync(call, clinic.Claim(TestClinic.FirstSlot, "Zebedee Quillfeather"), Ct);
        var calls = new TestCalls(database);

        await calls.Events.ReportedAsync(call, Ended, Said("zebedee quillfeather here, or 7 7 0 0 9 0 0 1 2 3, or from this one 07700 900 456"), Ct);

        var detail = (await calls.Records.FindAsync(TestCalls.Reader(call), call.CallId!, Ct))!;
        await calls.Records.FindAsync(TestCalls.Reader(call), call.CallId!, Ct);
        var said = Assert.Single(detail.Timeline.OfType<TurnMoment>()).Text;
        Assert.DoesNotContain("quillfeather", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("1 2 3", said, StringComparison.Ordinal);
        Assert.DoesNotContain("456", said, StringComparison.Ordinal);
        Assert.Equal(ReportState.Stored, detail.Row.Report);
        Assert.Equal(("clinic-default", 1), (detail.Transcript!.PolicyName, detail.Transcript.PolicyVersion));
        Assert.True(detail.Transcript.Counts["PHONE_NUMBER"] >= 2);
        Assert.Equal("0456", detail.Row.CallerLastFour);
        Assert.Equal("operator:test", await database.ScalarAsync<string>(call.Org, $"select string_agg(actor, ',') from audit_event where action = 'transcript.read' and subject = '{call.CallId}'"));
    }

    [Fact]
    public async Task Reported_Again_ChangesNothing()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var call = clinic.NewCall();
        var calls = new TestCalls(database);
        await calls.Events.ReportedAsync(call, Ended, Said("first"), Ct);
        var before = await DumpAsync(call);

        await calls.Events.ReportedAsync(call, Ended with { Reason = "other", CostUsd = 9, Duration = TimeSpan.Zero }, Said("second"), Ct);
        await calls.Events.EndedAsync(call, Ended with { Reason = "third", EndedAt = null }, Ct);

        Assert.Equal(before, await DumpAsync(call));
    }

    [Fact]
    public async Task Reported_TwiceAtOnce_IsStoredOnce()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var call = clinic.NewCall();
        var calls = new TestCalls(database);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => calls.Events.ReportedAsync(call, Ended, Said($"delivery {n}"), Ct)));

        Assert.Equal(1L, await database.ScalarAsync<long>(call.Org, $"select count(*) from audit_event where action = 'report.stored' and call_id = '{call.CallId}'"));
        Assert.Single((await calls.Records.FindAsync(TestCalls.Reader(call), call.CallId!, Ct))!.Timeline.OfType<TurnMoment>());
    }

    [Fact]
    public async Task AnyOrderOfMessages_MakesOneCallWithAllThatIsKnown()
    {
        var clinic = await TestClinic.CreateAsync(database);
        foreach (var order in Permutations(4))
        {
            var call = clinic.NewCall();
            var calls = new TestCalls(database);
            foreach (var step in order)
            {
                await (step switch
                {
                    0 => calls.Events.StartedAsync(call, new CallStarted(CallChannel.Call, CallDirection.Inbound, "+447700900456", null, Ended.StartedAt), Ct),
                    1 => NoteAsync(calls, call),
                    2 => calls.Events.EndedAsync(call, Ended with { CostUsd = null, Duration = null, CalledNumberId = null }, Ct),
                    _ => calls.Events.ReportedAsync(call, Ended, Said("good morning"), Ct),
                });
            }

            var row = Assert.Single((await calls.Records.ListAsync(TestCalls.Reader(call), new CallQuery { Search = call.CallId }, Ct)).Rows);
            Assert.Equal(
                (Instant.FromDateTimeOffset(Ended.StartedAt!.Value), Instant.FromDateTimeOffset(Ended.EndedAt!.Value), Duration.FromSeconds(238), 0.1873m, "0456", CallDirection.Inbound),
                (row.BeganAt, row.EndedAt!.Value, row.Length!.Value, row.CostUsd!.Value, row.CallerLastFour, row.Direction));
            Assert.Equal((CallOutcome.Found, ReportState.Stored, 1, 42), (row.Outcome, row.Report, row.ToolCalls, row.SlowestToolMs));
        }
    }

    [Fact]
    public async Task Reported_WithoutAnythingSaid_IsVisibleAndGivesWayToOneThatHasIt()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var call = clinic.NewCall();
        var calls = new TestCalls(database);

        await calls.Events.ReportedAsync(call, Ended, CallReport.Nothing, Ct);
        var empty = (await calls.Records.FindAsync(TestCalls.Reader(call), call.CallId!, Ct))!;
        await calls.Events.ReportedAsync(call, Ended, Said("late words"), Ct);
        await calls.Events.ReportedAsync(call, Ended, CallReport.Nothing, Ct);

        Assert.Equal(ReportState.Empty, empty.Transcript!.State);
        Assert.Equal(1, (await calls.Records.FindAsync(TestCalls.Reader(call), call.CallId!, Ct))!.Transcript!.Turns);
    }

    [Fact]
    public async Task Reported_OddText_IsStored()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var call = clinic.NewCall();
        var calls = new TestCalls(database);
        var report = new CallReport
        {
            Turns = [new ReportTurn(SpeakerRole.Caller, "nul \0, half \ud83d, quote \" \\ and \u2028", 0), new ReportTurn(SpeakerRole.Caller, null, null)],
            Summary = "nul \0",
            Analysis = JsonDocument.Parse("""{"a\u0000":[null,{"b":"\u0000"}],"":1e400}""").RootElement,
        };

        await calls.Events.ReportedAsync(call, Ended, report, Ct);

        var transcript = (await calls.Records.FindAsync(TestCalls.Reader(call), call.CallId!, Ct))!.Transcript!;
        Assert.True(transcript.IsFlagged);
        Assert.Equal(2, transcript.Turns);
    }

    [Fact]
    public async Task Reported_ByAnotherOrganization_StaysInvisible()
    {
        var (a, b) = (await TestClinic.CreateAsync(database), await TestClinic.CreateAsync(database));
        var calls = new TestCalls(database);
        var call = a.NewCall();
        await calls.Events.ReportedAsync(call, Ended, Said("mine"), Ct);

        var seen = await calls.Records.FindAsync(TestCalls.Reader(b.Call(call.CallId!)), call.CallId!, Ct);
        await calls.Events.ReportedAsync(b.Call(call.CallId!), Ended, Said("theirs"), Ct);

        Assert.Null(seen);
        Assert.Equal("mine", Assert.Single((await calls.Records.FindAsync(TestCalls.Reader(call), call.CallId!, Ct))!.Timeline.OfType<TurnMoment>()).Text);
    }

    [Fact]
    public async Task Ended_WithTextForAReason_KeepsNoneOfIt()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var call = clinic.NewCall();
        var calls = new TestCalls(database);

        await calls.Events.EndedAsync(call, Ended with { Reason = "call 415 555 0177 failed" }, Ct);

        Assert.Null((await calls.Records.FindAsync(TestCalls.Reader(call), call.CallId!, Ct))!.Row.EndedReason);
    }

    private static CallReport Said(string text) => new() { Turns = [new ReportTurn(SpeakerRole.Caller, text, 1_000)] };

    private static Task NoteAsync(TestCalls calls, OrgContext call)
    {
        calls.Journal.Note(new ToolCallNote(
            call, new CallStarted(CallChannel.Call, CallDirection.Unknown, null, "number-1", null), "check_availability", "available", ["date"],
            Instant.FromUtc(2026, 11, 22, 10, 1), TimeSpan.FromMilliseconds(42)));
        return calls.Journal.FlushAsync(Ct);
    }

    private static IEnumerable<int[]> Permutations(int count) => count == 0
        ? [[]]
        : Permutations(count - 1).SelectMany(shorter => Enumerable.Range(0, count).Select(at => (int[])[.. shorter[..at], count - 1, .. shorter[at..]]));

    private Task<string> DumpAsync(OrgContext call) => database.ScalarAsync<string>(
        call.Org, $"select c::text || t::text from call c join transcript t on t.org_id = c.org_id and t.call_id = c.id where c.id = '{call.CallId}'");
}
