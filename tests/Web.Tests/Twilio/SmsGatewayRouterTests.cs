using Orchestrator.Core.Messaging;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Web.Tests.Twilio;

public sealed class SmsGatewayRouterTests
{
    [Fact]
    public async Task SendAsync_SandboxCredential_StaysHere()
    {
        using var bench = new TwilioBench(TwilioBench.NobodyListens());

        var result = await bench.Gateway.SendAsync(new SandboxCredential(OrgId.New(), "harborview"), TwilioBench.Text(), TestContext.Current.CancellationToken);

        Assert.IsType<SmsSendResult.Accepted>(result);
        Assert.Equal("harborview", Assert.Single(bench.Sandbox.Texts).Org);
    }

    [Fact]
    public async Task SendAsync_TwilioCredential_NeverLandsInTheSandbox()
    {
        await using var twilio = await TwilioStandIn.StartAsync();
        using var bench = new TwilioBench(twilio.Address);

        await bench.Gateway.SendAsync(twilio.AddAccount().Credential(), TwilioBench.Text(), TestContext.Current.CancellationToken);

        Assert.Empty(bench.Sandbox.Texts);
        Assert.Single(twilio.Messages);
    }
}
