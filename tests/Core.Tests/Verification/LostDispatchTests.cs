using NodaTime;
using Npgsql;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Retention;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Verification;
using Xunit;

namespace Orchestrator.Core.Tests.Verification;

/// <summary>What a sender that died leaves behind, and answers that come out of order.</summary>
public sealed class LostDispatchTests(TestDatabase database)
{
    private static readonly TimeSpan s_age = TimeSpan.FromSeconds(16);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settle_PreparedAndNeverStarted_IsAbandonedAndTheNextSendGoesAtOnce()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        var prepared = await PrepareAsync(bench, held);
        await bench.PassAsync(held, s_age);

        await SettleAsync(bench);

        Assert.Equal("abandoned", await bench.DispatchesAsync(held));
        Assert.Equal("active 0/5 sends=1 macs=0", await bench.ChallengeAsync(held));
        Assert.False(await bench.Store().StartAsync(held.Call, prepared, Ct));
        Assert.True((await bench.SendAsync(held)).Value.IsAccepted);
    }

    [Fact]
    public async Task Settle_StartedAndNeverFinished_IsUnknownAndTheCodeWorks()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        var prepared = await PrepareAsync(bench, held);
        await bench.Store().StartAsync(held.Call, prepared, Ct);
        await bench.PassAsync(held, s_age);

        await SettleAsync(bench);

        Assert.Equal("unknown", await bench.DispatchesAsync(held));
        Assert.Equal(SendRefusalKind.Cooldown, (await bench.SendAsync(held)).Refusal.Kind);
        Assert.True((await bench.VerifyAsync(held, prepared.Code)).IsSuccess);
    }

    [Fact]
    public async Task Settle_YoungerThanASendMayBe_IsLeftAlone()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        await PrepareAsync(bench, held);
        await bench.PassAsync(held, TimeSpan.FromSeconds(12));

        await SettleAsync(bench);

        Assert.Equal("prepared", await bench.DispatchesAsync(held));
    }

    [Fact]
    public async Task RunOnceAsync_TwoSweepersAtOnce_SettleEachRowOnce()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        await PrepareAsync(bench, held);
        await bench.PassAsync(held, TimeSpan.FromMinutes(11));
        var sweep = new HoldSweep(database.Db, new OrgList(database.Contexts), database.Activity);

        await Race.AtOnceAsync(2, _ => sweep.RunOnceAsync(Ct));
        await sweep.RunOnceAsync(Ct);

        Assert.Equal("expired", await bench.StatusAsync(held));
        Assert.Equal("abandoned", await bench.DispatchesAsync(held));
        Assert.Equal(1, await database.ScalarAsync<long>(bench.Org, "select count(*) from audit_event where action = 'hold.expired'"));
        Assert.Equal(1, await database.ScalarAsync<long>(bench.Org, "select count(*) from audit_event where outcome = 'abandoned'"));
    }

    [Fact]
    public async Task FinishAsync_CallbackCameFirst_OnlyAddsTheMessageId()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        var prepared = await PrepareAsync(bench, held);
        await bench.Store().StartAsync(held.Call, prepared, Ct);
        await database.ExecuteAsOwnerAsync(bench.Org, "update otp_dispatch set state = 'delivered', provider_message_sid = 'SM1'");

        await bench.Store().FinishAsync(held.Call, prepared.Id, new SmsSendResult.Accepted("SM1", "queued", 1), Ct);

        Assert.Equal("delivered", await bench.DispatchesAsync(held));
    }

    [Fact]
    public async Task FinishAsync_RefusalAfterItWasSettledAsUnknown_ChangesNothing()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        var prepared = await PrepareAsync(bench, held);
        await bench.Store().StartAsync(held.Call, prepared, Ct);
        await bench.PassAsync(held, s_age);
        await SettleAsync(bench);

        await bench.Store().FinishAsync(held.Call, prepared.Id, new SmsSendResult.Refused(SmsRefusalClass.Other, 400, 1), Ct);

        Assert.Equal("unknown", await bench.DispatchesAsync(held));
    }

    [Fact]
    public async Task FinishAsync_WhileTheChallengeIsBeingClosed_WaitsInsteadOfDeadlocking()
    {
        var bench = await CodeBench.CreateAsync(database);
        var held = await bench.HoldAsync();
        var prepared = await PrepareAsync(bench, held);
        await bench.Store().StartAsync(held.Call, prepared, Ct);
        await using var closer = await LoneConnection.OpenAsync(database);
        await using var finisher = await LoneConnection.OpenAsync(database);
        await using var closing = await closer.BeginAsync();
        await InAsync(closing, bench, "select 1 from otp_challenge for update");

        var finishing = bench.StoreOn(finisher.Db).FinishAsync(held.Call, prepared.Id, new SmsSendResult.Refused(SmsRefusalClass.Other, 400, 1), Ct);
        await finisher.WaitUntilBlockedAsync(finishing);
        await InAsync(closing, bench, "update otp_dispatch set mac = null");
        await closing.CommitAsync(Ct);
        await finishing;

        Assert.Equal("refused", await bench.DispatchesAsync(held));
    }

    [Fact]
    public async Task Settle_WhileAnotherChallengeIsBeingClosed_NeverWaitsWithTheAuditHeadInHand()
    {
        var bench = await CodeBench.CreateAsync(database);
        var (first, second) = (await bench.HoldAsync(0), await bench.HoldAsync(1));
        await PrepareAsync(bench, first);
        await PrepareAsync(bench, second);
        await bench.PassAsync(first, s_age * 2);
        await bench.PassAsync(second, s_age);
        await using var closer = await LoneConnection.OpenAsync(database);
        await using var closing = await closer.BeginAsync();
        await InAsync(closing, bench, $"select 1 from otp_challenge where booking_id = '{second.Hold.Id}' for update");

        var settled = await SettleAsync(bench);
        await InAsync(closing, bench, $"select append_audit('{bench.Org}', 'job:test', 'test', 'ok', null, null, null, null)");
        await closing.CommitAsync(Ct);

        Assert.Equal(1, settled);
        Assert.Equal(1, await SettleAsync(bench));
    }

    private static async Task<PreparedDispatch> PrepareAsync(CodeBench bench, (OrgContext Call, Core.Booking.Hold Hold) held) =>
        (await bench.Store().PrepareAsync(held.Call, CodeBench.Policy, held.Hold.Id, null, bench.Credential!, mayCall: false, Ct)).Value;

    private static async Task InAsync(NpgsqlTransaction open, CodeBench bench, string sql)
    {
        await using var command = new NpgsqlCommand($"select set_config('app.org_id', '{bench.Org}', true); {sql}", open.Connection, open);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private Task<int> SettleAsync(CodeBench bench) => database.Db.CallAsync(
        new OrgContext(bench.Org, Actor.Job("test")),
        "select settle_lost_dispatches($1, $2, $3, $4)",
        [SqlValue.Text("job:test"), SqlValue.Span(Duration.FromSeconds(15)), SqlValue.Int(500)],
        row => row.GetInt32(0),
        Ct);
}
