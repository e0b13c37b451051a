using NodaTime;
using Npgsql;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Verification;
using Xunit;

namespace Orchestrator.Core.Tests.Verification;

/// <summary>Every way in which a text with a code ends, and what is left of it.</summary>
public sealed class CodeSenderTests(TestDatabase database)
{
    private static readonly TimeSpan s_cooldown = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task SendAsync_NoCredential_ChangesNothingButHandsTheHoldToStaff()
    {
        var bench = await CodeBench.CreateAsync(database);
        bench.Credential = null;
        var held = await bench.HoldAsync();

        var refused = await bench.SendAsync(held);

        Assert.Equal(SendRefusalKind.NotConfigured, refused.Refusal.Kind);
        Assert.NotNull(refused.Refusal.HeldUntil);
        Assert.Equal("needs_staff", await bench.StatusAsync(held));
        Assert.Equal(0, await database.ScalarAsync<long>(bench.Org, "select (select count(*) from otp_challenge) + (select count(*) from otp_dispatch)"));
    }

    [Fact]
    public async Task SendAsync_Accepted_CodeIsLive()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();

        var sent = await bench.SendAsync(held);

        Assert.True(sent.Value.IsAccepted);
        Assert.Equal("23", sent.Value.LastTwo);
        Assert.Equal("active 0/5 sends=1 macs=1", await bench.ChallengeAsync(held));
        Assert.Equal("accepted", await bench.DispatchesAsync(held));
        Assert.Matches("^[0-9]{6}$", bench.Gateway.LastCode);
    }

    [Fact]
    public async Task SendAsync_WithinTheCooldown_SaysHowLongToWaitAndSendsNothing()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        await bench.SendAsync(held);

        var again = await bench.SendAsync(held);

        Assert.Equal(SendRefusalKind.Cooldown, again.Refusal.Kind);
        Assert.InRange(again.Refusal.Wait, Duration.FromSeconds(1), Duration.FromSeconds(31));
        Assert.Single(bench.Gateway.Sent);
        Assert.Equal("active 0/5 sends=1 macs=1", await bench.ChallengeAsync(held));
    }

    [Fact]
    public async Task SendAsync_AfterTheCooldown_KeepsEarlierCodesAndAttempts()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        await bench.SendAsync(held);
        await bench.VerifyAsync(held, CodeBench.WrongFor(bench.Gateway.LastCode));
        await bench.PassAsync(held, s_cooldown);

        var again = await bench.SendAsync(held);

        Assert.True(again.IsSuccess);
        Assert.Equal("active 1/5 sends=2 macs=2", await bench.ChallengeAsync(held));
        Assert.Equal([1, 2], bench.Gateway.Sent.Select(message => message.Attempt));
    }

    [Fact]
    public async Task SendAsync_PastTheLastSend_LeavesTheHoldToStaff()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        for (var i = 0; i < 3; i++)
        {
            await bench.SendAsync(held);
            await bench.PassAsync(held, s_cooldown);
        }

        var fourth = await bench.SendAsync(held);

        Assert.Equal(SendRefusalKind.NeedsStaff, fourth.Refusal.Kind);
        Assert.Equal("needs_staff", await bench.StatusAsync(held));
        Assert.Equal(3, bench.Gateway.Sent.Count);
    }

    [Theory]
    [InlineData(SmsRefusalClass.BadNumber, SendRefusalKind.BadNumber)]
    [InlineData(SmsRefusalClass.CannotReceive, SendRefusalKind.CannotReceive)]
    [InlineData(SmsRefusalClass.Account, SendRefusalKind.NotConfigured)]
    [InlineData(SmsRefusalClass.Other, SendRefusalKind.Refused)]
    public async Task SendAsync_Refused_TakesBackItsOwnCodeOnlyAndLiftsTheCooldown(SmsRefusalClass reason, SendRefusalKind expected)
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        await bench.SendAsync(held);
        var first = bench.Gateway.LastCode;
        await bench.PassAsync(held, s_cooldown);
        bench.Gateway.AnswerWith(new SmsSendResult.Refused(reason, 400, 21211));

        var refused = await bench.SendAsync(held);
        var again = await bench.SendAsync(held);

        Assert.Equal(expected, refused.Refusal.Kind);
        Assert.Equal(expected, again.Refusal.Kind);
        Assert.Equal("accepted refused refused", await bench.DispatchesAsync(held));
        Assert.Equal("active 0/5 sends=3 macs=1", await bench.ChallengeAsync(held));
        Assert.True((await bench.VerifyAsync(held, first)).IsSuccess);
    }

    [Theory]
    [InlineData(SmsRefusalClass.BadNumber, "held")]
    [InlineData(SmsRefusalClass.CannotReceive, "held")]
    [InlineData(SmsRefusalClass.OptedOut, "needs_staff")]
    [InlineData(SmsRefusalClass.Account, "needs_staff")]
    [InlineData(SmsRefusalClass.Other, "needs_staff")]
    public async Task SendAsync_RefusedAndTheCallerHearsThatStaffConfirm_LeavesTheHoldToThem(SmsRefusalClass reason, string status)
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        bench.Gateway.AnswerWith(new SmsSendResult.Refused(reason, 400, 1));

        var refused = await bench.SendAsync(held);

        Assert.Equal(status, await bench.StatusAsync(held));
        Assert.Equal(status == "needs_staff", refused.Refusal.HeldUntil is not null);
    }

    [Fact]
    public async Task SendAsync_OwnerHasAskedForNoTexts_IsNeverTriedAgainButByStaff()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        bench.Gateway.AnswerWith(new SmsSendResult.Refused(SmsRefusalClass.OptedOut, 400, 21610));
        await bench.SendAsync(held);
        bench.Gateway.Answer = (message, _) => Task.FromResult<SmsSendResult>(FakeSmsGateway.Accept(message));

        var again = await bench.SendAsync(held);
        var postsOfTheAgent = bench.Gateway.Sent.Count;
        var byStaff = await bench.Sender().SendAsync(
            held.Call with { Actor = Actor.Staff(Guid.NewGuid()) }, bench.Clinic, held.Hold, null, TestContext.Current.CancellationToken);

        Assert.Equal(SendRefusalKind.OptedOut, again.Refusal.Kind);
        Assert.NotNull(again.Refusal.HeldUntil);
        Assert.Equal(1, postsOfTheAgent);
        Assert.True(byStaff.IsSuccess);
    }

    [Fact]
    public async Task SendAsync_NotSent_MayBeTriedAgainAtOnce()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        bench.Gateway.AnswerWith(new SmsSendResult.NotSent("no connection", null));

        var first = await bench.SendAsync(held);
        var second = await bench.SendAsync(held);

        Assert.Equal([SendRefusalKind.NotSent, SendRefusalKind.NotSent], [first.Refusal.Kind, second.Refusal.Kind]);
        Assert.Equal("active 0/5 sends=2 macs=0", await bench.ChallengeAsync(held));
    }

    [Fact]
    public async Task SendAsync_OutcomeUnknown_KeepsTheCodeAndRepeatsNothing()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        bench.Gateway.AnswerWith(new SmsSendResult.Unknown("reset", null));

        var sent = await bench.SendAsync(held);

        Assert.False(sent.Value.IsAccepted);
        Assert.Equal("unknown", await bench.DispatchesAsync(held));
        Assert.Equal(SendRefusalKind.Cooldown, (await bench.SendAsync(held)).Refusal.Kind);
        Assert.Single(bench.Gateway.Sent);
        Assert.True((await bench.VerifyAsync(held, bench.Gateway.LastCode)).IsSuccess);
    }

    [Fact]
    public async Task SendAsync_UnansweredForFourSeconds_AnswersThenAndFollowsTheTextToItsEnd()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        var late = bench.Gateway.AnswerLate();
        var sending = bench.SendAsync(held);
        var message = await late.Arrived.Task;
        Assert.False(sending.IsCompleted);

        bench.Time.Advance(TimeSpan.FromSeconds(4));
        var answer = await sending;

        Assert.False(answer.Value.IsAccepted);
        Assert.Equal("in_flight", await bench.DispatchesAsync(held));

        late.Result.SetResult(FakeSmsGateway.Accept(message));
        await UntilAsync(async () => await bench.DispatchesAsync(held) == "accepted");
    }

    [Fact]
    public async Task SendAsync_RefusedAfterTheAnswer_TakesTheCodeBackAndLiftsTheCooldown()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        var late = bench.Gateway.AnswerLate();
        var sending = bench.SendAsync(held);
        await late.Arrived.Task;
        bench.Time.Advance(TimeSpan.FromSeconds(4));
        await sending;

        late.Result.SetResult(new SmsSendResult.Refused(SmsRefusalClass.BadNumber, 400, 21211));
        await UntilAsync(async () => await bench.DispatchesAsync(held) == "refused");

        Assert.Equal("active 0/5 sends=1 macs=0", await bench.ChallengeAsync(held));
        bench.Gateway.Answer = (sent, _) => Task.FromResult<SmsSendResult>(FakeSmsGateway.Accept(sent));
        Assert.True((await bench.SendAsync(held)).Value.IsAccepted);
    }

    [Fact]
    public async Task SendAsync_CallerHangsUp_TheTextIsFollowedToItsEnd()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        var late = bench.Gateway.AnswerLate();
        using var hangUp = new CancellationTokenSource();
        var sending = bench.Sender().SendAsync(held.Call, bench.Clinic, held.Hold, null, hangUp.Token);
        var message = await late.Arrived.Task;

        await hangUp.CancelAsync();
        await sending;
        late.Result.SetResult(FakeSmsGateway.Accept(message));

        await UntilAsync(async () => await bench.DispatchesAsync(held) == "accepted");
    }

    [Fact]
    public async Task SendAsync_GatewayThrows_CountsAsUnknownAndTheCodeWorks()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        bench.Gateway.Answer = (_, _) => throw new InvalidOperationException("A bug.");

        var sent = await bench.SendAsync(held);

        Assert.False(sent.Value.IsAccepted);
        Assert.True((await bench.VerifyAsync(held, bench.Gateway.LastCode)).IsSuccess);
    }

    [Fact]
    public async Task SendAsync_AcceptedWithoutAMessageId_IsNeverRecordedOrToldAsAccepted()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        bench.Gateway.AnswerWith(new SmsSendResult.Accepted("", "queued", 1));

        var sent = await bench.SendAsync(held);

        Assert.False(sent.Value.IsAccepted);
        Assert.Equal("in_flight", await bench.DispatchesAsync(held));
    }

    [Theory]
    [InlineData("accepted", "null")]
    [InlineData("delivered", "null")]
    [InlineData("undelivered", "null")]
    [InlineData("accepted", "''")]
    public async Task Constraint_SentWithoutAMessageId_IsRefusedWhoeverWrites(string state, string message)
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        await bench.SendAsync(held);

        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            database.ExecuteAsOwnerAsync(bench.Org, $"update otp_dispatch set state = '{state}', provider_message_sid = {message}"));

        Assert.Equal("sent_has_message_id", refused.ConstraintName);
    }

    [Fact]
    public async Task SendAsync_TwiceAtOnce_OneText()
    {
        var hits = await Race.CountHitsAsync("two sends at once", Race.Forced, () => CodeBench.CreateAsync(database), async (bench, trial) =>
        {
            var held = await bench.HoldAsync(trial);
            var before = bench.Gateway.Sent.Count;

            var answers = await Race.AtOnceAsync(2, _ => bench.SendAsync(held));

            return answers.Count(answer => answer.IsSuccess) != 1 || bench.Gateway.Sent.Count != before + 1
                || answers.Single(answer => !answer.IsSuccess).Refusal.Kind != SendRefusalKind.Cooldown || await bench.DispatchesAsync(held) != "accepted";
        });

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task SendAsync_HoldGone_IsRefusedByKind()
    {
        var bench = await CodeBench.CreateAsync(database);
        var (lapsed, released, booked) = (await bench.HoldAsync(0), await bench.HoldAsync(1), await bench.HoldAsync(2));
        await bench.PassAsync(lapsed, TimeSpan.FromMinutes(11));
        await bench.Bookings.ReleaseAsync(released.Call, released.Hold.Id, TestContext.Current.CancellationToken);
        await bench.SendAsync(booked);
        await bench.VerifyAsync(booked, bench.Gateway.LastCode);

        Assert.Equal(SendRefusalKind.HoldExpired, (await bench.SendAsync(lapsed)).Refusal.Kind);
        Assert.Equal(SendRefusalKind.HoldNotFound, (await bench.SendAsync(released)).Refusal.Kind);
        Assert.Equal(SendRefusalKind.AlreadyConfirmed, (await bench.SendAsync(booked)).Refusal.Kind);
        Assert.Single(bench.Gateway.Sent);
    }

    [Fact]
    public async Task SendAsync_CodeRanOut_OpensANewChallengeAndErasesTheOld()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        await bench.SendAsync(held);
        var old = bench.Gateway.LastCode;
        await bench.PassAsync(held, TimeSpan.FromMinutes(5));

        var sent = await bench.SendAsync(held);

        Assert.True(sent.IsSuccess);
        Assert.Equal("active 0/5 sends=1 macs=1", await bench.ChallengeAsync(held));
        Assert.Equal(1, await database.ScalarAsync<long>(bench.Org, "select count(*) from otp_dispatch where mac is not null"));
        Assert.SkipWhen(old == bench.Gateway.LastCode, "The new code came out as the old one.");
        Assert.Equal(VerifyRefusalKind.Wrong, (await bench.VerifyAsync(held, old)).Refusal.Kind);
    }

    [Fact]
    public async Task ClaimAsync_AnotherNumberForTheSameHold_CancelsTheOldCodeAndTextsTheNewNumber()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        await bench.SendAsync(held);
        var old = bench.Gateway.LastCode;

        await bench.ClaimAgainAsync(held, "+447700900999");

        Assert.Equal(VerifyRefusalKind.NoCode, (await bench.VerifyAsync(held, old)).Refusal.Kind);
        Assert.Equal("cancelled 0/5 sends=1 macs=0", await bench.ChallengeAsync(held));
        await bench.PassAsync(held, s_cooldown);
        Assert.Equal("99", (await bench.SendAsync(held)).Value.LastTwo);
    }

    private static async Task UntilAsync(Func<Task<bool>> isTrue)
    {
        while (!await isTrue())
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }
}
