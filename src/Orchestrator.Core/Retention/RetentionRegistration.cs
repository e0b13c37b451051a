using Microsoft.Extensions.DependencyInjection;

namespace Orchestrator.Core.Retention;

public static class RetentionRegistration
{
    public static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddSingleton<HoldSweep>()
        .AddSingleton<IPurge, EndedHoldPurge>()
        .AddSingleton<IPurge, CallPurge>()
        .AddSingleton<IPurge, ToolCallPurge>()
        .AddSingleton<RetentionPurge>();
}
