using Orchestrator.Core.Messaging.Twilio;
using Xunit;

namespace Orchestrator.Core.Tests.Messaging.Twilio;

public sealed class TwilioOptionsTests
{
    [Fact]
    public void Faults_Defaults_AreNone() => Assert.Empty(new TwilioOptions().Faults());

    [Theory]
    [InlineData("https://api.dublin.ie1.twilio.com", true)]
    [InlineData("http://127.0.0.1:4010", true)]
    [InlineData("http://localhost:4010", true)]
    [InlineData("http://api.twilio.com", false)]
    [InlineData("https://user@api.twilio.com", false)]
    [InlineData("https://api.twilio.com?x=1", false)]
    [InlineData("ftp://api.twilio.com", false)]
    public void Faults_Address_MustKeepTheSecretSafe(string address, bool isGood)
    {
        var faults = new TwilioOptions { ApiBaseUrl = new Uri(address) }.Faults().ToList();

        Assert.Equal(isGood, faults.Count == 0);
        Assert.All(faults, fault => Assert.StartsWith("Twilio:ApiBaseUrl ", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_EveryTimeoutWrong_NamesEach()
    {
        var options = new TwilioOptions { ConnectTimeout = TimeSpan.Zero, SendTimeout = TimeSpan.FromMinutes(1), RepeatDelay = TimeSpan.FromSeconds(2) };

        Assert.Equal(["Twilio:ConnectTimeout", "Twilio:SendTimeout", "Twilio:RepeatDelay"], options.Faults().Select(fault => fault.Split(' ')[0]));
    }

    [Theory]
    [InlineData("https://clinic.example.test", "https://clinic.example.test/webhooks/twilio/status/")]
    [InlineData("https://example.test/clinic/", "https://example.test/clinic/webhooks/twilio/status/")]
    [InlineData("https://under_score.example.test", null)]
    [InlineData("http://localhost:5080", null)]
    [InlineData(null, null)]
    public void For_PublicAddress_IsToldOnlyWhereTwilioWouldCall(string? publicBase, string? expected)
    {
        var dispatch = Guid.NewGuid();
        var address = new StatusCallbackAddress(publicBase is null ? null : new Uri(publicBase), new TwilioOptions());

        Assert.Equal(expected is null ? null : expected + dispatch, address.For(dispatch)?.AbsoluteUri);
    }
}
