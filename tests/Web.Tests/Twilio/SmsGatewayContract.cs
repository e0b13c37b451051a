using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>What every adapter to Twilio keeps, whatever it is made of.</summary>
public abstract partial class SmsGatewayContract : IAsyncLifetime
{
    private TwilioStandIn _twilio = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Puts the adapter in the place of the default one.</summary>
    protected abstract void Use(IServiceCollection services);

    public async ValueTask InitializeAsync() => _twilio = await TwilioStandIn.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _twilio.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task SendAsync_Created_IsAcceptedWithTheIdAndWord()
    {
        using var bench = Bench();

        var result = await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(), Ct);

        Assert.Equal(new SmsSendResult.Accepted(Assert.Single(_twilio.Messages).Sid, "queued", 1), result);
    }

    [Fact]
    public async Task SendAsync_FromANumber_WritesTheAgreedFields()
    {
        using var bench = Bench();
        var text = TwilioBench.Text();

        await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), text, Ct);

        Assert.Equal(
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["To"] = text.To.E164,
                ["From"] = StandInAccount.DefaultNumber,
                ["Body"] = text.Body,
                ["ValidityPeriod"] = "300",
                ["SmartEncoded"] = "true",
                ["RiskCheck"] = "enable",
                ["Attempt"] = "1",
                ["StatusCallback"] = $"http://127.0.0.1:1/webhooks/twilio/status/{text.DispatchId}",
            },
            new SortedDictionary<string, string>(Fields(Assert.Single(_twilio.Messages)), StringComparer.Ordinal));
    }

    [Fact]
    public async Task SendAsync_FromAService_NamesTheServiceAndNoNumber()
    {
        using var bench = Bench();
        var service = $"MG{Guid.NewGuid():N}";

        var result = await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(new SenderRef(null, service)), TwilioBench.Text(), Ct);

        var message = Assert.Single(_twilio.Messages);
        Assert.Equal(service, message.Form["MessagingServiceSid"]);
        Assert.False(message.Form.ContainsKey("From"));
        Assert.Equal(new SmsSendResult.Accepted(message.Sid, "accepted", null), result);
    }

    [Theory]
    [InlineData(0.2, "1")]
    [InlineData(59.9, "59")]
    [InlineData(100_000, "36000")]
    public async Task SendAsync_OddLife_StaysWithinWhatTwilioTakes(double seconds, string expected)
    {
        using var bench = Bench();

        await bench.Gateway.SendAsync(_twilio.AddAccount().Credential(), TwilioBench.Text(TimeSpan.FromSeconds(seconds)), Ct);

        Assert.Equal(expected, Assert.Single(_twilio.Messages).Form["ValidityPeriod"]);
    }

    [Fact]
    public async Task SendAsync_WithAnApiKey_SignsInWithItOnTheAccountsPath()
    {
        using var bench = Bench();
        var account = _twilio.AddAccount();

        var result = await bench.Gateway.SendAsync(account.Credential(account.AddKey(["/twilio/messaging/messages/create"])), TwilioBench.Text(), Ct);

        Assert.IsType<SmsSendResult.Accepted>(result);
    }

    private TwilioBench Bench(Action<TwilioOptions>? configure = null) => new(_twilio.Address, configure, Use);

    private static Dictionary<string, string> Fields(StandInMessage message) => message.Form.ToDictionary();
}
