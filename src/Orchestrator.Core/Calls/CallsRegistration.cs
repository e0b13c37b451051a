using Microsoft.Extensions.DependencyInjection;

namespace Orchestrator.Core.Calls;

public static class CallsRegistration
{
    public static IServiceCollection AddCalls(this IServiceCollection services) => services
        .AddSingleton<ToolCallLog>()
        .AddSingleton<ICallEvents, CallService>();
}
