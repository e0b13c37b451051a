using Microsoft.Extensions.DependencyInjection;

namespace Orchestrator.Core.Activity;

public static class ActivityRegistration
{
    public static IServiceCollection AddActivity(this IServiceCollection services) => services
        .AddSingleton<ActivityNotifier>()
        .AddHostedService(provider => provider.GetRequiredService<ActivityNotifier>())
        .AddSingleton<ActivityFeed>()
        .AddHostedService(provider => provider.GetRequiredService<ActivityFeed>());
}
