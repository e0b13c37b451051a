using NodaTime;
using Microsoft.Extensions.Time.Testing;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Calls;
using Xunit;

namespace Orchestrator.Core.Tests.Calls;

public sealed class ToolCallLogTests(TestDatabase database)
{
    private static readonly StoredAnswer s_answer = new("ok", """{"code":"ok","say":"Done."}""");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ToolCallLog Log => new(database.Db, TimeProvider.System, database.Activity);

    [Fact]
    public async Task RunOnceAsync_Repeated_GivesTheSameBytesAndRunsOnce()
    {
        var call = (await TestClinic.CreateAsync(database)).NewCall();
        var runs = 0;

        var first = await Log.RunOnceAsync(call, "tool", _ => Answer($$"""{"n":{{++runs}}}"""), Ct);
        var second = await Log.RunOnceAsync(call, "tool", _ => Answer($$"""{"n":{{++runs}}}"""), Ct);

        Assert.Equal(first, second);
        Assert.Equal(1, runs);
        Assert.Equal(first, await Log.FindAsync(call, Ct));
    }

    [Fact]
    public async Task RunOnceAsync_TenAtOnce_RunsOnceAndAllGetThatAnswer()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var hits = await Race.CountHitsAsync("10 deliveries of any tool", Race.Forced, () => Task.FromResult(clinic), async (lane, trial) =>
        {
            var call = lane.NewCall();
            var runs = 0;
            var answers = await Race.AtOnceAsync(10, i => Log.RunOnceAsync(call, "tool", _ => Answer($$"""{"n":{{Interlocked.Increment(ref runs)}},"i":{{i}}}"""), Ct));
            return runs != 1 || answers.Distinct().Count() != 1;
        }, lanes: 2);

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task RunOnceAsync_FirstStillRunning_TheSecondWaitsForItsAnswer()
    {
        var call = (await TestClinic.CreateAsync(database)).NewCall();
        var (started, finish) = (new TaskCompletionSource(), new TaskCompletionSource<StoredAnswer>());
        var time = new FakeTimeProvider();
        var first = Log.RunOnceAsync(call, "tool", _ =>
        {
            started.SetResult();
            return finish.Task;
        }, Ct);
        await started.Task;
        var second = new ToolCallLog(database.Db, time, database.Activity).RunOnceAsync(call, "tool", _ => throw new InvalidOperationException("Ran twice."), Ct);
        for (var poll = 0; poll < 3; poll++)
            time.Advance(TimeSpan.FromMilliseconds(40));
        Assert.False(second.IsCompleted);

        finish.SetResult(s_answer);
        await first;
        while (!second.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(40));
            await Task.Yield();
        }

        Assert.Equal(s_answer, await second);
    }

    [Fact]
    public async Task RunOnceAsync_WorkFails_IsForgottenAndTheNextRuns()
    {
        var call = (await TestClinic.CreateAsync(database)).NewCall();

        await Assert.ThrowsAsync<TimeoutException>(() => Log.RunOnceAsync(call, "tool", _ => throw new TimeoutException(), Ct));

        Assert.Null(await Log.FindAsync(call, Ct));
        Assert.Equal(s_answer, await Log.RunOnceAsync(call, "tool", _ => Task.FromResult(s_answer), Ct));
    }

    [Fact]
    public async Task RunOnceAsync_CallerGone_IsForgottenToo()
    {
        var call = (await TestClinic.CreateAsync(database)).NewCall();
        using var gone = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Log.RunOnceAsync(call, "tool", async token =>
        {
            await gone.CancelAsync();
            token.ThrowIfCancellationRequested();
            return s_answer;
        }, gone.Token));

        Assert.Equal(s_answer, await Log.RunOnceAsync(call, "tool", _ => Task.FromResult(s_answer), Ct));
    }

    [Fact]
    public async Task RunOnceAsync_HolderDied_IsTakenOverOnceItsLeaseIsPast()
    {
        var call = (await TestClinic.CreateAsync(database)).NewCall();
        var (started, never) = (new TaskCompletionSource(), new TaskCompletionSource<StoredAnswer>());
        _ = Log.RunOnceAsync(call, "tool", _ =>
        {
            started.SetResult();
            return never.Task;
        }, Ct);
        await started.Task;
        await using var later = database.SourceAt(Duration.FromSeconds(13));

        var answers = await Race.AtOnceAsync(4, i => new ToolCallLog(TestDatabase.DbOf(later), TimeProvider.System, database.Activity).RunOnceAsync(call, "tool", _ => Answer($"{i}"), Ct));

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task RunOnceAsync_HolderComesBackAfterTheTakeover_GivesTheAnswerThatCounts()
    {
        var call = (await TestClinic.CreateAsync(database)).NewCall();
        var (started, late) = (new TaskCompletionSource(), new TaskCompletionSource<StoredAnswer>());
        var first = Log.RunOnceAsync(call, "tool", _ =>
        {
            started.SetResult();
            return late.Task;
        }, Ct);
        await started.Task;
        await using var later = database.SourceAt(Duration.FromSeconds(13));
        var second = await new ToolCallLog(TestDatabase.DbOf(later), TimeProvider.System, database.Activity).RunOnceAsync(call, "tool", _ => Task.FromResult(s_answer), Ct);

        late.SetResult(new StoredAnswer("late", "{}"));

        Assert.Equal(second, await first);
    }

    [Fact]
    public async Task RunOnceAsync_HolderFailsAfterTheTakeover_LeavesTheSuccessorsLease()
    {
        var call = (await TestClinic.CreateAsync(database)).NewCall();
        var (started, late) = (new TaskCompletionSource(), new TaskCompletionSource<StoredAnswer>());
        var first = Log.RunOnceAsync(call, "tool", _ =>
        {
            started.SetResult();
            return late.Task;
        }, Ct);
        await started.Task;
        await using var later = database.SourceAt(Duration.FromSeconds(13));
        var (tookOver, finish) = (new TaskCompletionSource(), new TaskCompletionSource<StoredAnswer>());
        var second = new ToolCallLog(TestDatabase.DbOf(later), TimeProvider.System, database.Activity).RunOnceAsync(call, "tool", _ =>
        {
            tookOver.SetResult();
            return finish.Task;
        }, Ct);
        await tookOver.Task;

        late.SetException(new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(() => first);

        Assert.Equal(1, await database.ScalarAsync<long>(call.Org, "select count(*) from tool_call where answer is null"));
        finish.SetResult(s_answer);
        Assert.Equal(s_answer, await second);
    }

    [Fact]
    public async Task RunOnceAsync_SameIdInAnotherOrganization_IsAnotherToolCall()
    {
        var (ours, theirs) = ((await TestClinic.CreateAsync(database)).NewCall(), (await TestClinic.CreateAsync(database)).NewCall());

        await Log.RunOnceAsync(ours, "tool", _ => Answer("ours"), Ct);
        var other = await Log.RunOnceAsync(theirs with { ToolCallId = ours.ToolCallId }, "tool", _ => Answer("theirs"), Ct);

        Assert.Equal("theirs", other.Json);
    }

    [Fact]
    public async Task ClaimAsync_RefusalRemembered_IsWhatARepeatGets()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var call = clinic.NewCall();
        var refusal = await Log.RememberAsync(call, "claim_slot", new StoredAnswer("slot_taken", """{"code":"slot_taken"}"""), Ct);

        var again = await new BookingService(database.Db, database.Activity).ClaimAsync(call, clinic.Claim(TestClinic.FirstSlot), Ct);

        Assert.Equal(refusal, again.Value);
    }

    [Fact]
    public async Task ClaimAsync_InsideARunningToolCall_RemembersTheHoldAsItsAnswer()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var call = clinic.NewCall();
        var bookings = new BookingService(database.Db, database.Activity);

        var answers = await Race.AtOnceAsync(3, _ =>
            Log.RunOnceAsync(call, "claim_slot", async ct => (await bookings.ClaimAsync(call, clinic.Claim(TestClinic.FirstSlot), ct)).Value, Ct));

        Assert.Equal("held", Assert.Single(answers.Distinct()).Code);
    }

    private static Task<StoredAnswer> Answer(string json) => Task.FromResult(new StoredAnswer("ok", json));
}
