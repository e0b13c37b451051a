using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Core.Messaging.Twilio.Sdk;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>The adapter on the official package; compiled only with <c>-p:UseTwilioSdk=true</c>.</summary>
public sealed class SdkTwilioGatewayTests : SmsGatewayContract
{
    protected override void Use(IServiceCollection services) => services.UseTwilioSdk();
}
