using Orchestrator.Core.Messaging;
using Orchestrator.Core.Verification;
using Xunit;

namespace Orchestrator.Core.Tests.Verification;

/// <summary>Guesses: what they cost, what they open and what they leave.</summary>
public sealed class CodeVerifierTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task VerifyAsync_NothingSent_SpendsNothing()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();

        var refused = await bench.VerifyAsync(held, "123456");

        Assert.Equal(VerifyRefusalKind.NoCode, refused.Refusal.Kind);
    }

    [Fact]
    public async Task VerifyAsync_EveryTextRefused_SpendsNothing()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        bench.Gateway.AnswerWith(new SmsSendResult.Refused(SmsRefusalClass.BadNumber, 400, 21211));
        await bench.SendAsync(held);

        var refused = await bench.VerifyAsync(held, bench.Gateway.LastCode);

        Assert.Equal(VerifyRefusalKind.NoCode, refused.Refusal.Kind);
        Assert.Equal("active 0/5 sends=1 macs=0", await bench.ChallengeAsync(held));
    }

    [Fact]
    public async Task VerifyAsync_RightCode_BooksErasesTheCodeAndLeavesOneAuditRow()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        await bench.SendAsync(held);

        var confirmed = await bench.VerifyAsync(held, bench.Gateway.LastCode);

        Assert.True(confirmed.Value.IsNew);
        Assert.Equal("booked", await bench.StatusAsync(held));
        Assert.Equal("verified 1/5 sends=1 macs=0", await bench.ChallengeAsync(held));
        Assert.Equal(1, await database.ScalarAsync<long>(bench.Org, "select count(*) from audit_event where action = 'appointment.booked' and outcome = 'by_code'"));
    }

    [Fact]
    public async Task VerifyAsync_AgainAfterSuccess_IsTheSameAppointmentWhateverIsSaid()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        await bench.SendAsync(held);
        var first = await bench.VerifyAsync(held, bench.Gateway.LastCode);

        var again = await bench.VerifyAsync(held, bench.Gateway.LastCode);

        Assert.False(again.Value.IsNew);
        Assert.Equal(first.Value.Appointment.Id, again.Value.Appointment.Id);
        Assert.Equal("verified 1/5 sends=1 macs=0", await bench.ChallengeAsync(held));
    }

    [Fact]
    public async Task VerifyAsync_WrongCodes_CountDownThenLockAndLeaveTheHoldToStaff()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        await bench.SendAsync(held);
        var code = bench.Gateway.LastCode;
        var left = new List<int>();
        for (var i = 0; i < 4; i++)
            left.Add((await bench.VerifyAsync(held, CodeBench.WrongFor(code))).Refusal.AttemptsLeft);

        var fifth = await bench.VerifyAsync(held, CodeBench.WrongFor(code));
        var right = await bench.VerifyAsync(held, code);

        Assert.Equal([4, 3, 2, 1], left);
        Assert.Equal(VerifyRefusalKind.Locked, fifth.Refusal.Kind);
        Assert.Equal(VerifyRefusalKind.Locked, right.Refusal.Kind);
        Assert.Equal("locked 5/5 sends=1 macs=0", await bench.ChallengeAsync(held));
        Assert.Equal("needs_staff", await bench.StatusAsync(held));
        Assert.Equal(SendRefusalKind.Locked, (await bench.SendAsync(held)).Refusal.Kind);
    }

    [Fact]
    public async Task VerifyAsync_ProcessDiedAfterTheLastGuessWasSpent_NoGuessIsFreeAndNoTextGoesOut()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        await bench.SendAsync(held);
        await database.ExecuteAsOwnerAsync(bench.Org, "update otp_challenge set attempts = 5");
        await bench.PassAsync(held, TimeSpan.FromSeconds(30));

        var guess = await bench.VerifyAsync(held, bench.Gateway.LastCode);
        var send = await bench.SendAsync(held);

        Assert.Equal(VerifyRefusalKind.Locked, guess.Refusal.Kind);
        Assert.Equal(SendRefusalKind.Locked, send.Refusal.Kind);
    }

    [Fact]
    public async Task VerifyAsync_EarlierGenerations_WorkWithinTheirOwnLife()
    {
        var bench = await CodeBench.CreateAsync(database);
        var (young, old) = (await bench.HoldAsync(0), await bench.HoldAsync(1));
        var codes = new Dictionary<Guid, string>();
        foreach (var held in new[] { young, old })
        {
            await bench.SendAsync(held);
            codes[held.Hold.Id] = bench.Gateway.LastCode;
            await bench.PassAsync(held, TimeSpan.FromMinutes(4));
            await bench.SendAsync(held);
        }
        var newest = bench.Gateway.LastCode;
        await bench.PassAsync(old, TimeSpan.FromMinutes(2));

        var inTime = await bench.VerifyAsync(young, codes[young.Hold.Id]);
        var tooLate = await bench.VerifyAsync(old, codes[old.Hold.Id]);
        var second = await bench.VerifyAsync(old, newest);

        Assert.True(inTime.IsSuccess);
        Assert.Equal(VerifyRefusalKind.Wrong, tooLate.Refusal.Kind);
        Assert.True(second.IsSuccess);
    }

    [Fact]
    public async Task VerifyAsync_HoldLapsedUnderALiveCode_NeverConfirms()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        await bench.SendAsync(held);
        await database.ExecuteAsOwnerAsync(bench.Org, "update booking set hold_expires_at = app_now() - interval '1 ms'");

        var refused = await bench.VerifyAsync(held, bench.Gateway.LastCode);

        Assert.Equal(VerifyRefusalKind.HoldExpired, refused.Refusal.Kind);
        Assert.Equal("held", await bench.StatusAsync(held));
    }

    [Fact]
    public async Task VerifyAsync_CodeOfAnotherHold_IsWrong()
    {
        var bench = await CodeBench.CreateAsync(database);
        var (mine, other) = (await bench.HoldAsync(0), await bench.HoldAsync(1));
        await bench.SendAsync(other);
        var foreign = bench.Gateway.LastCode;
        await bench.SendAsync(mine);
        Assert.SkipWhen(foreign == bench.Gateway.LastCode, "Both holds drew the same code.");

        var refused = await bench.VerifyAsync(mine, foreign);

        Assert.Equal(VerifyRefusalKind.Wrong, refused.Refusal.Kind);
    }

    [Fact]
    public async Task VerifyAsync_ManyGuessesAtOnceWithTheRightOneAmongThem_EvaluatesNoMoreThanAllowed()
    {
        var confirmed = 0;
        var hits = await Race.CountHitsAsync("64 guesses, one right", Race.Forced / 2, () => CodeBench.CreateAsync(database), async (bench, trial) =>
        {
            var held = await bench.HoldAsync(trial);
            await bench.SendAsync(held);
            var (right, wrong) = (bench.Gateway.LastCode, CodeBench.WrongFor(bench.Gateway.LastCode));

            var answers = await Race.AtOnceAsync(64, i => bench.VerifyAsync(held, i == trial % 8 ? right : wrong));

            var evaluated = await database.ScalarAsync<long>(bench.Org, "select sum(attempts)::bigint from otp_challenge where booking_id = $1", held.Hold.Id);
            var isBooked = await bench.StatusAsync(held) == "booked";
            Interlocked.Add(ref confirmed, isBooked ? 1 : 0);
            // Whoever comes after the right guess hears of the same appointment; without one nobody hears yes.
            return evaluated > 5 || answers.Count(answer => answer.IsSuccess && answer.Value.IsNew) != (isBooked ? 1 : 0) || (!isBooked && answers.Any(answer => answer.IsSuccess));
        }, lanes: 2);
        Race.Report($"64 guesses, one right: {confirmed} confirmed");

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task VerifyAsync_FiftyWrongAtOnce_CostExactlyFive()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        await bench.SendAsync(held);
        var wrong = CodeBench.WrongFor(bench.Gateway.LastCode);

        var answers = await Race.AtOnceAsync(50, _ => bench.VerifyAsync(held, wrong));

        Assert.Equal(4, answers.Count(answer => answer.Refusal.Kind == VerifyRefusalKind.Wrong));
        Assert.Equal(46, answers.Count(answer => answer.Refusal.Kind == VerifyRefusalKind.Locked));
        Assert.Equal("locked 5/5 sends=1 macs=0", await bench.ChallengeAsync(held));
    }

    [Fact]
    public async Task VerifyAsync_TwoRightAtOnce_OneAppointmentAndBothHearOfIt()
    {
        var hits = await Race.CountHitsAsync("two right codes at once", Race.Forced, () => CodeBench.CreateAsync(database), async (bench, trial) =>
        {
            var held = await bench.HoldAsync(trial);
            await bench.SendAsync(held);
            var code = bench.Gateway.LastCode;

            var answers = await Race.AtOnceAsync(2, _ => bench.VerifyAsync(held, code));

            return !answers.All(answer => answer.IsSuccess) || answers.Count(answer => answer.Value.IsNew) != 1
                || await database.ScalarAsync<long>(bench.Org, "select count(*) from audit_event where action = 'appointment.booked' and subject = $1", held.Hold.Id.ToString()) != 1;
        });

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task ReleaseAsync_RacingTheRightCode_NeverBothSucceed()
    {
        var booked = 0;
        var hits = await Race.CountHitsAsync("release against code", Race.Natural / 2, () => CodeBench.CreateAsync(database), async (bench, trial) =>
        {
            var held = await bench.HoldAsync(trial);
            await bench.SendAsync(held);
            var code = bench.Gateway.LastCode;

            var answers = await Race.AtOnceAsync(
                async () => (await bench.VerifyAsync(held, code)).IsSuccess,
                async () =>
                {
                    for (var i = 0; i < trial % 4; i++)
                        await bench.StatusAsync(held);
                    return await bench.Bookings.ReleaseAsync(held.Call, held.Hold.Id, Ct) is null;
                });

            Interlocked.Add(ref booked, answers[0] ? 1 : 0);
            return answers[0] == answers[1] || await bench.StatusAsync(held) != (answers[0] ? "booked" : "released");
        });
        Race.Report($"release against code: code first {booked} times");

        Assert.Equal(0, hits);
    }
}
