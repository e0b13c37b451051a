using Orchestrator.Core.Calls;
using Orchestrator.Core.Telemetry;

namespace Orchestrator.Web.Hosting.Background;

/// <summary>Writes the notes of tool calls.</summary>
internal sealed class ToolCallJournalLoop(ToolCallJournal journal, OrchestratorMetrics metrics, TimeProvider time, ILogger<ToolCallJournalLoop> logger)
    : PeriodicJob("tool-call-journal", TimeSpan.FromSeconds(1), metrics, time, logger)
{
    protected override bool EndsWithARound => true;

    protected override Task RunOnceAsync(CancellationToken ct) => journal.FlushAsync(ct);
}
