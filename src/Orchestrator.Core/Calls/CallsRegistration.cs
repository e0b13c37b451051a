using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Calls.Reports;
using Orchestrator.Core.Calls.Reruns;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Redaction.Policies;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Calls;

public static class CallsRegistration
{
    public static IServiceCollection AddCalls(this IServiceCollection services) => services
        .AddSingleton<ITranscriptRedactor, TranscriptRedactor>()
        .AddSingleton<ToolCallLog>()
        .AddSingleton<CallRecords>()
        .AddSingleton<ReportRedactor>()
        .AddSingleton<ReportStore>()
        .AddSingleton<RedactionPolicies>()
        .AddSingleton<RedactionPreview>()
        .AddSingleton<RerunSignal>()
        .AddSingleton<TranscriptReruns>()
        .AddSingleton(provider => new RerunJob(
            provider.GetRequiredService<OrgDb>(), provider.GetRequiredService<OrgList>(), provider.GetRequiredService<RedactionPolicies>(),
            provider.GetRequiredService<ReportRedactor>(), provider.GetRequiredService<ActivityNotifier>()))
        .AddSingleton<ToolCallJournal>()
        .AddSingleton<IToolCallJournal>(provider => provider.GetRequiredService<ToolCallJournal>())
        .AddSingleton<ICallEvents, CallService>();
}
