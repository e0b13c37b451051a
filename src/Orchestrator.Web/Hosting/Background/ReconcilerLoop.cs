using Orchestrator.Core.Telemetry;
using Orchestrator.Core.Verification;

namespace Orchestrator.Web.Hosting.Background;

/// <summary>Asks about texts that nobody has told the end of.</summary>
internal sealed class ReconcilerLoop(DispatchReconciler reconciler, OrchestratorMetrics metrics, TimeProvider time, ILogger<ReconcilerLoop> logger)
    : PeriodicJob("sms-reconciler", TimeSpan.FromSeconds(20), metrics, time, logger)
{
    protected override Task RunOnceAsync(CancellationToken ct) => reconciler.RunOnceAsync(ct);
}
