using System.Text.Json;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Calls.Reports;
using Orchestrator.Core.Calls.Reruns;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Redaction.Policies;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Calls.Reruns;

public sealed class TranscriptRerunsTests(TestDatabase database)
{
    private static readonly CallEnded Ended = new(CallChannel.Call, CallDirection.Inbound, null, null, "customer-ended-call", TransferredToPerson: false, null, null, null, null);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunOnceAsync_StricterRules_HidesMoreInEveryPartAndSaysSo()
    {
        var bench = await Bench.OpenAsync(database);
        await bench.StoreAsync(
            "Bluebird rang, and my number is 07700 900123", summary: "About Bluebird.", structured: """{"project":"Bluebird","age":41}""", reason: "the Bluebird line dropped");
        await bench.StoreAsync("nothing of note");
        await bench.SaveAsync(PolicyRules.Default.Deny("Bluebird"), 1);
        Assert.Equal(2, (await bench.Reruns.OverviewAsync(bench.Manager, Ct)).Behind);

        Assert.True((await bench.Reruns.BeginAsync(bench.Manager, 2, Ct)).IsSuccess);
        await bench.WorkAsync();

        var overview = await bench.Reruns.OverviewAsync(bench.Manager, Ct);
        Assert.Equal((0, false, 2, 2, 1, 4), (overview.Behind, overview.Last!.IsRunning, overview.Last.Total, overview.Last.Done, overview.Last.Changed, overview.Last.Hidden));
        var call = await bench.ReadAsync(0);
        Assert.Equal("[DENIED_1] rang, and my number is [PHONE_1]", Assert.Single(call.Timeline.OfType<TurnMoment>()).Text);
        Assert.DoesNotContain("Bluebird", JsonSerializer.Serialize(call.Transcript), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("the [DENIED_1] line dropped", call.Row.EndedReason);
        Assert.Equal(("clinic-default", 2), (call.Transcript!.PolicyName, call.Transcript.PolicyVersion));
        Assert.Equal((1, 4), (call.Transcript.Counts["PHONE_NUMBER"], call.Transcript.Counts["DENIED"]));
        Assert.Equal(
            "begun version 2, transcripts 2; done version 2, transcripts 2, changed 1, values hidden 4, parts withheld 0",
            await database.ScalarAsync<string>(bench.Org, "select string_agg(outcome || ' ' || detail, '; ' order by seq) from audit_event where action = 'redaction.rerun'"));
    }

    [Fact]
    public async Task BatchAsync_KilledBetweenBatches_GoesOnWhereItStopped()
    {
        var bench = await Bench.OpenAsync(database);
        for (var i = 0; i < 45; i++)
            await bench.StoreAsync($"call {i} about Bluebird");
        await bench.SaveAsync(PolicyRules.Default.Deny("Bluebird"), 1);
        await bench.Reruns.BeginAsync(bench.Manager, 2, Ct);

        var first = await bench.Job.BatchAsync(bench.Org, Ct);
        using var killed = new CancellationTokenSource();
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Job.BatchAsync(bench.Org, killed.Token));
        var half = (await bench.Reruns.OverviewAsync(bench.Manager, Ct)).Last!;
        var another = bench.NewJob();
        while (await another.BatchAsync(bench.Org, Ct) is not null)
        {
        }

        var last = (await bench.Reruns.OverviewAsync(bench.Manager, Ct)).Last!;
        Assert.Equal((20, 20, true), (first, half.Done, half.IsRunning));
        Assert.Equal((45, 45, 45, false), (last.Done, last.Changed, last.Hidden, last.IsRunning));
    }

    [Fact]
    public async Task BatchAsync_SeveralInstancesAtOnce_EachTranscriptIsWorkedOnOnce()
    {
        var bench = await Bench.OpenAsync(database);
        for (var i = 0; i < 50; i++)
            await bench.StoreAsync("about Bluebird");
        await bench.SaveAsync(PolicyRules.Default.Deny("Bluebird"), 1);
        await bench.Reruns.BeginAsync(bench.Manager, 2, Ct);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var job = bench.NewJob();
            while ((await bench.Reruns.OverviewAsync(bench.Manager, Ct)).Last!.IsRunning)
                await job.BatchAsync(bench.Org, Ct);
        })));

        var last = (await bench.Reruns.OverviewAsync(bench.Manager, Ct)).Last!;
        Assert.Equal((50, 50), (last.Done, last.Hidden));
        Assert.Equal(1L, await database.ScalarAsync<long>(bench.Org, "select count(*) from audit_event where action = 'redaction.rerun' and outcome = 'done'"));
    }

    [Fact]
    public async Task BeginAsync_LooserRules_HasNothingToDo()
    {
        var bench = await Bench.OpenAsync(database);
        await bench.StoreAsync("hello");
        await bench.SaveAsync(PolicyRules.Default.Allow("Hollis"), 1);

        Assert.Equal(RerunRefusal.NothingToDo, (await bench.Reruns.BeginAsync(bench.Manager, 2, Ct)).Refusal);
    }

    [Fact]
    public async Task BeginAsync_WhileOneRunsOrAfterAnotherVersion_IsRefused()
    {
        var bench = await Bench.OpenAsync(database);
        await bench.StoreAsync("hello");
        await bench.SaveAsync(PolicyRules.Default.Deny("Hello"), 1);

        Assert.Equal(RerunRefusal.ChangedMeanwhile, (await bench.Reruns.BeginAsync(bench.Manager, 1, Ct)).Refusal);
        Assert.True((await bench.Reruns.BeginAsync(bench.Manager, 2, Ct)).IsSuccess);
        Assert.Equal(RerunRefusal.Running, (await bench.Reruns.BeginAsync(bench.Manager, 2, Ct)).Refusal);
    }

    [Fact]
    public async Task Reported_RecordingAddress_IsKeptOnlyWhereTheOrganizationSaysSo()
    {
        var bench = await Bench.OpenAsync(database);
        var without = await bench.StoreAsync("hello", recording: "https://voice.example/a.wav");
        await bench.SaveAsync(PolicyRules.Default with { KeepsRecordings = true }, 1);
        var with = await bench.StoreAsync("hello", recording: "https://voice.example/b.wav");
        var odd = await bench.StoreAsync("hello", recording: "https://user:secret@voice.example/c.wav");
        await bench.SaveAsync(PolicyRules.Default.Deny("Bluebird"), 2);
        await bench.Reruns.BeginAsync(bench.Manager, 3, Ct);

        var before = await Task.WhenAll(new[] { without, with, odd }.Select(bench.ReadAsync));
        await bench.WorkAsync();

        Assert.Equal([null, "https://voice.example/b.wav", null], before.Select(call => call.Transcript!.RecordingUrl));
        Assert.Null((await bench.ReadAsync(with)).Transcript!.RecordingUrl);
    }

    private sealed class Bench
    {
        private readonly TestDatabase _database;
        private readonly TestClinic _clinic;
        private readonly TestCalls _calls;
        private readonly List<OrgContext> _stored = [];

        private Bench(TestDatabase database, TestClinic clinic)
        {
            (_database, _clinic, _calls) = (database, clinic, new TestCalls(database));
            Reruns = new TranscriptReruns(database.Db, _calls.Guard, _calls.Policies, new RerunSignal(), database.Activity);
            Job = NewJob();
        }

        public OrgId Org => _clinic.Org;

        public OrgContext Manager => new(Org, Actor.Operator("test"));

        public TranscriptReruns Reruns { get; }

        public RerunJob Job { get; }

        public static async Task<Bench> OpenAsync(TestDatabase database) => new(database, await TestClinic.CreateAsync(database));

        public RerunJob NewJob() => new(_database.Db, new OrgList(_database.Contexts), _calls.Policies, _calls.Redactor, _database.Activity);

        public async Task WorkAsync()
        {
            while (await Job.BatchAsync(Org, Ct) is not null)
            {
            }
        }

        public async Task<int> StoreAsync(string said, string? summary = null, string? structured = null, string? recording = null, string reason = "customer-ended-call")
        {
            var call = _clinic.NewCall();
            await _calls.Events.ReportedAsync(
                call,
                Ended with { Reason = reason },
                new CallReport
                {
                    Turns = [new ReportTurn(SpeakerRole.Caller, said, 0)], Summary = summary, RecordingUrl = recording,
                    Structured = structured is null ? default : JsonElement.Parse(structured),
                },
                Ct);
            _stored.Add(call);
            return _stored.Count - 1;
        }

        public async Task SaveAsync(PolicyRules rules, int seen) => Assert.True((await _calls.Policies.SaveAsync(Manager, rules, seen, "For the test.", Ct)).IsSuccess);

        public async Task<CallDetail> ReadAsync(int index) => (await _calls.Records.FindAsync(TestCalls.Reader(_stored[index]), _stored[index].CallId!, Ct))!;
    }
}
