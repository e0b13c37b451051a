using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Calls.Reports;
using Orchestrator.Core.Redaction;

namespace Orchestrator.Core.Calls;

public static class CallsRegistration
{
    public static IServiceCollection AddCalls(this IServiceCollection services) => services
        .AddSingleton<ITranscriptRedactor, TranscriptRedactor>()
        .AddSingleton<ToolCallLog>()
        .AddSingleton<CallRecords>()
        .AddSingleton<ReportRedactor>()
        .AddSingleton<ReportStore>()
        .AddSingleton<ToolCallJournal>()
        .AddSingleton<IToolCallJournal>(provider => provider.GetRequiredService<ToolCallJournal>())
        .AddSingleton<ICallEvents, CallService>();
}
