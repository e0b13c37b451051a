using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Core.Exports;

namespace Orchestrator.Core.Desk;

public static class DeskRegistration
{
    public static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddSingleton<DeskService>()
        .AddSingleton<HoldList>()
        .AddSingleton<CallList>()
        .AddSingleton<TextList>()
        .AddSingleton<DeskSearch>()
        .AddSingleton<AuditedExport>()
        .AddSingleton<DeskExport>();
}
