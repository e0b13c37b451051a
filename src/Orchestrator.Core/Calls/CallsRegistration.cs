using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Core.Calls.Records;

namespace Orchestrator.Core.Calls;

public static class CallsRegistration
{
    public static IServiceCollection AddCalls(this IServiceCollection services) => services
        .AddSingleton<ToolCallLog>()
        .AddSingleton<CallRecords>()
        .AddSingleton<ICallEvents, CallService>();
}
