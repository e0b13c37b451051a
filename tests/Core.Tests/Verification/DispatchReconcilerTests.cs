using NodaTime;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Tests.Messaging;
using Xunit;

namespace Orchestrator.Core.Tests.Verification;

/// <summary>What the provider remembers settles what nobody has told, and never more than that.</summary>
public sealed class DispatchReconcilerTests(TestDatabase database)
{
    private static readonly SmsSendResult s_lost = new SmsSendResult.Unknown("no answer in time", null);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunOnceAsync_LostSend_IsFoundByTheCodeInItsWords()
    {
        var bench = await ReportBench.CreateAsync(database);
        var (held, dispatch, sid, body) = await bench.SendAsync(s_lost);
        await bench.Codes.PassAsync(held, TimeSpan.FromSeconds(40));
        bench.Remember(held, "SM-of-another", SmsStatus.Delivered, "Test: 000000 is your booking code.");
        bench.Remember(held, sid, SmsStatus.Delivered, body);

        await bench.Reconciler.RunOnceAsync(bench.Codes.Org, Ct);

        Assert.Equal("delivered delivered", await bench.TextAsync(dispatch));
        Assert.Equal(sid, await database.ScalarAsync<string>(bench.Codes.Org, "select provider_message_sid from sms_message where id = $1", dispatch));
        Assert.Equal("asked", await database.ScalarAsync<string>(bench.Codes.Org, "select source from sms_report where message_id = $1", dispatch));
    }

    [Theory]
    [InlineData(1, "delivered delivered")]
    [InlineData(2, "unknown no answer in time")]
    public async Task RunOnceAsync_WordsNotKept_OnlyTheOneOfThatMinuteIsTaken(int candidates, string expected)
    {
        var bench = await ReportBench.CreateAsync(database);
        var (held, dispatch, _, _) = await bench.SendAsync(s_lost);
        for (var i = 0; i < candidates; i++)
            bench.Remember(held, $"SM{i}", SmsStatus.Delivered, null);
        bench.Remember(held, "SM-yesterday", SmsStatus.Delivered, null, Duration.FromDays(-1));
        await database.ExecuteAsOwnerAsync(bench.Codes.Org, "update otp_dispatch set checked_at = app_now() - interval '1 minute'");

        await bench.Reconciler.RunOnceAsync(bench.Codes.Org, Ct);

        Assert.Equal(expected, await bench.TextAsync(dispatch));
    }

    [Fact]
    public async Task RunOnceAsync_AcceptedAndNeverReported_IsAskedForWithItsReason()
    {
        var bench = await ReportBench.CreateAsync(database);
        var (held, dispatch, sid, _) = await bench.SendAsync();
        await bench.Codes.PassAsync(held, TimeSpan.FromSeconds(40));
        bench.Remembered.Add(("", new SmsRecord(sid, SmsStatus.Undelivered, 30007, null, null)));

        await bench.Reconciler.RunOnceAsync(bench.Codes.Org, Ct);

        Assert.Equal("undelivered undelivered 30007 Account", await bench.TextAsync(dispatch));
        Assert.Equal("needs_staff", await bench.Codes.StatusAsync(held));
    }

    [Fact]
    public async Task RunOnceAsync_MessageOfAnotherDispatch_IsNotTakenTwice()
    {
        var bench = await ReportBench.CreateAsync(database);
        var phone = ReportBench.Phone();
        var (held, first, sid, _) = await bench.SendAsync(phone: phone);
        var (other, second, _, _) = await bench.SendAsync(s_lost, hour: 2, phone: phone);
        bench.Remember(held, sid, SmsStatus.Delivered, null);
        await database.ExecuteAsOwnerAsync(bench.Codes.Org, "update otp_dispatch set checked_at = app_now() - interval '1 minute'");

        await bench.Reconciler.RunOnceAsync(bench.Codes.Org, Ct);

        Assert.Equal("delivered delivered", await bench.TextAsync(first));
        Assert.Equal("unknown no answer in time", await bench.TextAsync(second));
    }

    [Fact]
    public async Task RunOnceAsync_NobodyKnows_AsksLessAndLessAndThenNoMore()
    {
        var bench = await ReportBench.CreateAsync(database);
        var (held, _, _, _) = await bench.SendAsync(s_lost);

        await bench.Reconciler.RunOnceAsync(bench.Codes.Org, Ct);
        Assert.Equal(0, bench.Questions);
        for (var round = 1; round <= 8; round++)
        {
            await database.ExecuteAsOwnerAsync(bench.Codes.Org, "update otp_dispatch set started_at = started_at - interval '41 minutes', checked_at = checked_at - interval '41 minutes'");
            await bench.Reconciler.RunOnceAsync(bench.Codes.Org, Ct);
            await bench.Reconciler.RunOnceAsync(bench.Codes.Org, Ct);
        }

        Assert.Equal(5, bench.Questions);
    }
}
