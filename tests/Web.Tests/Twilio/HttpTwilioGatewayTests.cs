using Microsoft.Extensions.DependencyInjection;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>The default adapter.</summary>
public sealed class HttpTwilioGatewayTests : SmsGatewayContract
{
    protected override void Use(IServiceCollection services)
    {
    }
}
