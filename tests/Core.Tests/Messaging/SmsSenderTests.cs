using Orchestrator.Core.Messaging;
using Orchestrator.Core.Tests.Verification;
using Xunit;

namespace Orchestrator.Core.Tests.Messaging;

/// <summary>A login that is refused is renewed once; nothing is ever sent twice.</summary>
public sealed class SmsSenderTests(TestDatabase database)
{
    private static readonly SmsSendResult s_refusedLogin = new SmsSendResult.Refused(SmsRefusalClass.Account, 401, 20003);

    [Fact]
    public async Task SendAsync_LoginRefusedAndANewerCredential_GoesOutOnceWithThat()
    {
        var bench = await CodeBench.CreateAsync(database);
        (bench.Credential, bench.Renewed) = (Credential("old"), Credential("new"));
        var used = new List<string>();
        bench.Gateway.AnswerBy = (credential, message) =>
        {
            used.Add(((TwilioCredential)credential).Secret);
            return used[^1] == "old" ? s_refusedLogin : FakeSmsGateway.Accept(message);
        };
        var held = await bench.HoldAsync();

        var sent = await bench.SendAsync(held);

        Assert.True(sent.Value.IsAccepted);
        Assert.Equal(["old", "new"], used);
        Assert.Single(bench.Gateway.Sent.Select(message => message.DispatchId).Distinct());
        Assert.Equal(((TwilioCredential)bench.Renewed).VersionId, await database.ScalarAsync<Guid>(bench.Org, "select credential_version_id from otp_dispatch"));
    }

    [Fact]
    public async Task SendAsync_NewerOneIsRefusedToo_IsNotTriedAThirdTime()
    {
        var bench = await CodeBench.CreateAsync(database);
        (bench.Credential, bench.Renewed) = (Credential("old"), Credential("new"));
        bench.Gateway.AnswerWith(s_refusedLogin);

        var sent = await bench.SendAsync(await bench.HoldAsync());

        Assert.False(sent.IsSuccess);
        Assert.Equal(2, bench.Gateway.Sent.Count);
    }

    [Fact]
    public async Task SendAsync_NothingNewer_IsTheRefusal()
    {
        var bench = await CodeBench.CreateAsync(database);
        bench.Credential = Credential("old");
        bench.Gateway.AnswerWith(s_refusedLogin);

        var sent = await bench.SendAsync(await bench.HoldAsync());

        Assert.Equal(Core.Verification.SendRefusalKind.NotConfigured, sent.Refusal.Kind);
        Assert.Single(bench.Gateway.Sent);
    }

    public static TheoryData<string> Others => ["unknown", "refused", "not_sent"];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task SendAsync_AnyOtherEnd_IsNeverRepeated(string end)
    {
        var bench = await CodeBench.CreateAsync(database);
        (bench.Credential, bench.Renewed) = (Credential("old"), Credential("new"));
        bench.Gateway.AnswerWith(end switch
        {
            "unknown" => new SmsSendResult.Unknown("no answer in time", null),
            "refused" => new SmsSendResult.Refused(SmsRefusalClass.Account, 403, 70051),
            _ => new SmsSendResult.NotSent("no connection", null),
        });

        await bench.SendAsync(await bench.HoldAsync());

        Assert.Single(bench.Gateway.Sent);
    }

    private static TwilioCredential Credential(string secret) => new(Guid.NewGuid(), "AC1", "AC1", secret, secret, new SenderRef("+12025550166", null));
}
