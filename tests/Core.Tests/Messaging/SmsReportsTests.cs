using Orchestrator.Core.Messaging;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Verification;
using Xunit;

namespace Orchestrator.Core.Tests.Messaging;

public sealed class SmsReportsTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ApplyAsync_WayOfAText_MovesForwardAndIsAudited()
    {
        var bench = await ReportBench.CreateAsync(database);
        var (_, dispatch, sid, _) = await bench.SendAsync();

        foreach (var status in (SmsStatus[])[SmsStatus.Sending, SmsStatus.Sent, SmsStatus.Delivered])
            Assert.Equal(ReportOutcome.Applied, await bench.ReportAsync(dispatch, sid, status));

        Assert.Equal("delivered delivered", await bench.TextAsync(dispatch));
        Assert.Equal("code.sent=accepted text.reported=sending text.reported=sent text.reported=delivered", await bench.AuditAsync(dispatch.ToString()));
    }

    [Fact]
    public async Task ApplyAsync_RepeatedAndOvertakenReports_ChangeNothingAndAreWrittenDownToALimit()
    {
        var bench = await ReportBench.CreateAsync(database);
        var (_, dispatch, sid, _) = await bench.SendAsync();
        await bench.ReportAsync(dispatch, sid, SmsStatus.Undelivered, 30003);

        foreach (var status in Enumerable.Repeat<SmsStatus[]>([SmsStatus.Delivered, SmsStatus.Sent, SmsStatus.Undelivered], 10).SelectMany(all => all))
            Assert.Equal(ReportOutcome.Known, await bench.ReportAsync(dispatch, sid, status));

        Assert.Equal("undelivered undelivered 30003 Unreachable", await bench.TextAsync(dispatch));
        Assert.Equal(20, await database.ScalarAsync<long>(bench.Codes.Org, "select count(*) from sms_report where message_id = $1", dispatch));
        Assert.Equal("code.sent=accepted text.reported=undelivered", await bench.AuditAsync(dispatch.ToString()));
    }

    [Fact]
    public async Task ApplyAsync_AboutAnotherMessage_IsForeign()
    {
        var bench = await ReportBench.CreateAsync(database);
        var (_, dispatch, _, _) = await bench.SendAsync();

        Assert.Equal(ReportOutcome.Foreign, await bench.ReportAsync(dispatch, $"SM{Guid.NewGuid():N}", SmsStatus.Delivered));
        Assert.Equal("accepted queued", await bench.TextAsync(dispatch));
    }

    [Fact]
    public async Task ApplyAsync_BeforeOurOwnAnswerIsStored_StaysAndTheAnswerAddsNothing()
    {
        var bench = await ReportBench.CreateAsync(database);
        var late = bench.Codes.Gateway.AnswerLate();
        var held = await bench.Codes.HoldAsync();
        var sending = bench.Codes.SendAsync(held);
        var text = await late.Arrived.Task;
        var sid = $"SM{text.DispatchId:N}";

        Assert.Equal(ReportOutcome.Applied, await bench.ReportAsync(text.DispatchId, sid, SmsStatus.Delivered));
        late.Result.SetResult(new SmsSendResult.Accepted(sid, "queued", 1));
        await sending;

        Assert.Equal("delivered delivered", await bench.TextAsync(text.DispatchId));
        Assert.Equal("code.sent=accepted text.reported=delivered", await bench.AuditAsync(text.DispatchId.ToString()));
        Assert.True((await bench.Codes.VerifyAsync(held, FakeCode(text))).IsSuccess);
    }

    [Fact]
    public async Task ApplyAsync_UnknownText_LearnsItsMessageId()
    {
        var bench = await ReportBench.CreateAsync(database);
        var (_, dispatch, sid, _) = await bench.SendAsync(new SmsSendResult.Unknown("no answer in time", null));

        await bench.ReportAsync(dispatch, sid, SmsStatus.Sent);

        Assert.Equal("accepted sent", await bench.TextAsync(dispatch));
        Assert.Equal(sid, await database.ScalarAsync<string>(bench.Codes.Org, "select provider_message_sid from otp_dispatch where id = $1", dispatch));
    }

    [Theory]
    [InlineData(30003, "held")]
    [InlineData(30005, "held")]
    [InlineData(30006, "held")]
    [InlineData(99999, "held")]
    [InlineData(30007, "needs_staff")]
    [InlineData(30034, "needs_staff")]
    [InlineData(30450, "needs_staff")]
    public async Task ApplyAsync_DidNotArrive_LiftsTheCooldownKeepsTheCodeAndCallsStaffWhereAnotherTextIsNoUse(int error, string status)
    {
        var bench = await ReportBench.CreateAsync(database);
        var (held, dispatch, sid, body) = await bench.SendAsync();

        await bench.ReportAsync(dispatch, sid, SmsStatus.Undelivered, error);

        Assert.Equal(status, await bench.Codes.StatusAsync(held));
        Assert.Equal(status == "held" ? "" : "hold.needs_staff=text_failed", await bench.AuditAsync(held.Hold.Id.ToString()));
        Assert.Equal("active 0/5 sends=1 macs=1", await bench.Codes.ChallengeAsync(held));
        var again = await bench.Codes.SendAsync(held);
        Assert.Equal(
            error switch
            {
                30005 => SendRefusalKind.BadNumber,
                30006 => SendRefusalKind.CannotReceive,
                30007 or 30034 or 30450 => SendRefusalKind.Refused,
                _ => (SendRefusalKind?)null,
            },
            again.IsSuccess ? null : again.Refusal.Kind);
        Assert.True((await bench.Codes.VerifyAsync(held, CodeIn(body))).IsSuccess);
    }

    [Fact]
    public async Task ApplyAsync_EarlierTextFailsAfterAnotherWentOut_LeavesTheCooldownAndTheHoldAlone()
    {
        var bench = await ReportBench.CreateAsync(database);
        var (held, first, sid, _) = await bench.SendAsync();
        await bench.Codes.PassAsync(held, TimeSpan.FromSeconds(31));
        await bench.Codes.SendAsync(held);

        await bench.ReportAsync(first, sid, SmsStatus.Undelivered, 30007);

        Assert.Equal("held", await bench.Codes.StatusAsync(held));
        Assert.Equal(SendRefusalKind.Cooldown, (await bench.Codes.SendAsync(held)).Refusal.Kind);
    }

    [Fact]
    public async Task ApplyAsync_ManyAtOnceInAnyOrder_EndsWithTheFirstFinalWordAndOneRowEach()
    {
        var bench = await ReportBench.CreateAsync(database);
        var (_, dispatch, sid, _) = await bench.SendAsync();
        SmsStatus[] words = [SmsStatus.Sending, SmsStatus.Delivered, SmsStatus.Sent, SmsStatus.Queued, SmsStatus.Delivered, SmsStatus.Sending];

        await Race.AtOnceAsync(words.Length, lane => bench.ReportAsync(dispatch, sid, words[lane]));

        Assert.Equal("delivered delivered", await bench.TextAsync(dispatch));
        Assert.Equal(words.Length, await database.ScalarAsync<long>(bench.Codes.Org, "select count(*) from sms_report where message_id = $1", dispatch));
    }

    [Fact]
    public async Task FindTokensAsync_UnknownOrSandboxDispatch_GivesNoTokens()
    {
        var bench = await ReportBench.CreateAsync(database);
        var (_, dispatch, _, _) = await bench.SendAsync();
        bench.Codes.Credential = new SandboxCredential(bench.Codes.Org, "test");
        var (_, sandbox, _, _) = await bench.SendAsync(hour: 3);

        Assert.Null(await bench.Reports.FindTokensAsync(Guid.NewGuid(), Ct));
        Assert.Equal(["token"], (await bench.Reports.FindTokensAsync(dispatch, Ct))!.AuthTokens);
        var owner = (await bench.Reports.FindTokensAsync(sandbox, Ct))!;
        Assert.Equal((bench.Codes.Org, 0, null), (owner.Org, owner.AuthTokens.Count, owner.Credential));
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task SmsRank_EveryStatus_IsTheOrderOfTheCode(SmsStatus status)
    {
        var bench = await ReportBench.CreateAsync(database);

        Assert.Equal(status.Rank(), await database.ScalarAsync<int>(bench.Codes.Org, "select sms_rank($1)", SnakeCaseEnumConverter<SmsStatus>.ToName(status)));
    }

    public static TheoryData<SmsStatus> Statuses => [.. Enum.GetValues<SmsStatus>()];

    private static string FakeCode(SmsMessage text) => Verification.FakeSmsGateway.CodeIn(text);

    private static string CodeIn(string body) => System.Text.RegularExpressions.Regex.Match(body, "[0-9]{6}").Value;
}
