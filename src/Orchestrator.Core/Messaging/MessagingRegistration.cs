using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Telemetry;

namespace Orchestrator.Core.Messaging;

public static class MessagingRegistration
{
    /// <summary>Whose credentials texts go out with, and the ways out.</summary>
    public static IServiceCollection AddMessaging(this IServiceCollection services, SandboxPolicy sandbox) => services
        .AddSingleton(sandbox)
        .AddSingleton<ISmsCredentialStores, SmsCredentialStores>()
        .AddSingleton<SmsCredentials>()
        .AddSingleton<ISmsCredentials>(provider => provider.GetRequiredService<SmsCredentials>())
        .AddSingleton<ICallbackTokens>(provider => provider.GetRequiredService<SmsCredentials>())
        .AddSingleton<SmsSender>()
        .AddSingleton<SmsReports>()
        .AddSingleton<IStatusCallbacks>(provider => provider.GetRequiredService<SmsReports>())
        .AddSmsGateways();

    /// <summary>
    /// Registers <see cref="ISmsGateway"/> and <see cref="ITwilioAccountClient"/> with their adapters; no database is needed. The
    /// host binds <see cref="TwilioOptions"/> and, where it takes callbacks, registers its <see cref="StatusCallbackAddress"/>.
    /// </summary>
    public static IServiceCollection AddSmsGateways(this IServiceCollection services)
    {
        services.AddOptions<TwilioOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<OrchestratorMetrics>();
        services.TryAddSingleton(StatusCallbackAddress.None);
        services.AddSingleton<SandboxInbox>();
        services.AddSingleton<SandboxSmsGateway>();
        services.AddSingleton<TwilioTransport>();
        services.AddSingleton<TwilioAddresses>();
        services.AddSingleton<SendBreakers>();
        services.AddSingleton<TwilioSender>();
        services.AddSingleton<SenderProbe>();
        services.AddSingleton<TwilioCalls>();
        services.AddSingleton<TwilioRecords>();
        services.AddSingleton<ISmsRecords>(provider => provider.GetRequiredService<TwilioRecords>());
        services.AddSingleton<ITwilioAccountClient, HttpTwilioAccountClient>();
        services.AddSingleton<ITwilioGateway, HttpTwilioGateway>();
        services.AddSingleton<ISmsGateway, SmsGatewayRouter>();
        return services;
    }
}
