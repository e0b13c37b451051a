using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Orchestrator.Core.Messaging.Twilio.Sdk;

public static class SdkRegistration
{
    /// <summary>After <see cref="MessagingRegistration.AddSmsGateways"/>: sends through the package.</summary>
    public static IServiceCollection UseTwilioSdk(this IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<ITwilioGateway, SdkTwilioGateway>());
}
