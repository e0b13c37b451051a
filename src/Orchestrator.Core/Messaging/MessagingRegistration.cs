using Microsoft.Extensions.DependencyInjection;

namespace Orchestrator.Core.Messaging;

public static class MessagingRegistration
{
    public static IServiceCollection AddMessaging(this IServiceCollection services, SandboxPolicy sandbox) => services
        .AddSingleton(sandbox)
        .AddSingleton<SandboxInbox>()
        .AddSingleton<ISmsCredentials, SmsCredentials>()
        .AddSingleton<ISmsGateway, SandboxSmsGateway>();
}
