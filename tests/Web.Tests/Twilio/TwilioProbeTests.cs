using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

public sealed class TwilioProbeTests : IAsyncLifetime
{
    private static readonly SenderRef s_number = new(StandInAccount.DefaultNumber, null);
    private static readonly SenderRef s_service = new(null, "MG00000000000000000000000000000001");

    private TwilioStandIn _twilio = null!;
    private TwilioBench _bench = null!;
    private StandInAccount _account = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _twilio = await TwilioStandIn.StartAsync();
        _bench = new TwilioBench(_twilio.Address);
        _account = _twilio.AddAccount();
    }

    public async ValueTask DisposeAsync()
    {
        _bench.Dispose();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task ProbeAsync_TokenAndOwnNumber_IsUsable()
    {
        var probe = await _bench.Gateway.ProbeAsync(_account.Credential(), s_number, Ct);

        Assert.True(probe.IsUsable, probe.Explanation);
    }

    [Fact]
    public async Task ProbeAsync_WrongToken_IsNotUsable()
    {
        var probe = await _bench.Gateway.ProbeAsync(_account.Credential() with { Secret = "wrong" }, s_number, Ct);

        Assert.False(probe.IsUsable);
        Assert.DoesNotContain("wrong\"", probe.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProbeAsync_NumberThatOnlyContainsTheWantedOne_IsNotUsable()
    {
        _account.Numbers.Clear();
        _account.Numbers.Add((StandInAccount.DefaultNumber + "7", true));

        var probe = await _bench.Gateway.ProbeAsync(_account.Credential(), s_number, Ct);

        Assert.False(probe.IsUsable);
    }

    [Fact]
    public async Task ProbeAsync_NumberOnTheThirdPage_IsFound()
    {
        _account.Numbers.Clear();
        _account.Numbers.AddRange(Enumerable.Range(1, 120).Select(i => ($"{StandInAccount.DefaultNumber}{i}", true)));
        _account.Numbers.Add((StandInAccount.DefaultNumber, true));

        var probe = await _bench.Gateway.ProbeAsync(_account.Credential(), s_number, Ct);

        Assert.True(probe.IsUsable, probe.Explanation);
    }

    [Fact]
    public async Task ProbeAsync_NumberWithoutTexts_IsNotUsable()
    {
        _account.Numbers[0] = (StandInAccount.DefaultNumber, false);

        var probe = await _bench.Gateway.ProbeAsync(_account.Credential(), s_number, Ct);

        Assert.False(probe.IsUsable);
    }

    [Theory]
    [InlineData("suspended")]
    [InlineData("closed")]
    public async Task ProbeAsync_AccountNotActive_IsNotUsable(string status)
    {
        _account.Status = status;

        Assert.False((await _bench.Gateway.ProbeAsync(_account.Credential(), s_number, Ct)).IsUsable);
    }

    [Fact]
    public async Task ProbeAsync_TrialAccount_IsUsableAndSaysSo()
    {
        _account.Type = "Trial";

        var probe = await _bench.Gateway.ProbeAsync(_account.Credential(), s_number, Ct);

        Assert.True(probe.IsUsable);
        Assert.Contains("trial", probe.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ProbeAsync_StandardKey_IsUsableThoughItSeesNoAccount(bool withNumber)
    {
        var probe = await _bench.Gateway.ProbeAsync(_account.Credential(_account.AddKey()), withNumber ? s_number : s_service, Ct);

        Assert.True(probe.IsUsable, probe.Explanation);
    }

    [Fact]
    public async Task ProbeAsync_MainKey_IsUsable()
    {
        var probe = await _bench.Gateway.ProbeAsync(_account.Credential(_account.AddKey(isMain: true)), s_number, Ct);

        Assert.True(probe.IsUsable, probe.Explanation);
    }

    [Fact]
    public async Task ProbeAsync_RestrictedKeyThatMayNotLook_IsTakenOnTrust()
    {
        var probe = await _bench.Gateway.ProbeAsync(_account.Credential(_account.AddKey(["/twilio/messaging/messages/create"])), s_number, Ct);

        Assert.True(probe.IsUsable);
        Assert.Contains("test text", probe.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProbeAsync_DeletedKey_IsNotUsable()
    {
        var key = _account.AddKey();
        _account.Keys.Clear();

        Assert.False((await _bench.Gateway.ProbeAsync(_account.Credential(key), s_service, Ct)).IsUsable);
    }

    [Fact]
    public async Task ProbeAsync_Service_IsUsableWithANote()
    {
        var probe = await _bench.Gateway.ProbeAsync(_account.Credential(), s_service, Ct);

        Assert.True(probe.IsUsable);
        Assert.Contains("test text", probe.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, "MG1")]
    public async Task ProbeAsync_NoSender_IsNotUsable(string? from, string? service)
    {
        Assert.False((await _bench.Gateway.ProbeAsync(_account.Credential(), new SenderRef(from, service), Ct)).IsUsable);
    }

    [Fact]
    public async Task ProbeAsync_NobodyListens_IsNotUsableAndTellsToTryAgain()
    {
        using var bench = new TwilioBench(TwilioBench.NobodyListens());

        var probe = await bench.Gateway.ProbeAsync(_account.Credential(), s_number, Ct);

        Assert.False(probe.IsUsable);
        Assert.Contains("again", probe.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProbeAsync_AnyAnswer_LeavesNoTokenBehind()
    {
        var credential = _account.Credential();

        var probe = await _bench.Gateway.ProbeAsync(credential, s_number, Ct);

        Assert.DoesNotContain(_account.Token, probe + _bench.Log.AllText + TwilioLogin.Of(credential), StringComparison.Ordinal);
    }
}
