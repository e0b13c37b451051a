using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Telemetry;

namespace Orchestrator.Core.Messaging;

public static class MessagingRegistration
{
    /// <summary>
    /// Registers <see cref="ISmsGateway"/> and <see cref="ITwilioAccountClient"/> with their adapters. The host binds
    /// <see cref="TwilioOptions"/> and, where it takes callbacks, registers its <see cref="StatusCallbackAddress"/>.
    /// </summary>
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddOptions<TwilioOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<OrchestratorMetrics>();
        services.TryAddSingleton(StatusCallbackAddress.None);
        services.TryAddSingleton<SandboxInbox>();
        services.TryAddSingleton<SandboxSmsGateway>();
        services.AddSingleton<TwilioTransport>();
        services.AddSingleton<TwilioAddresses>();
        services.AddSingleton<SendBreakers>();
        services.AddSingleton<TwilioSender>();
        services.AddSingleton<SenderProbe>();
        services.AddSingleton<ITwilioAccountClient, HttpTwilioAccountClient>();
        services.AddSingleton<ITwilioGateway, HttpTwilioGateway>();
        services.AddSingleton<ISmsGateway, SmsGatewayRouter>();
        return services;
    }
}
