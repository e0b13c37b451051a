using Orchestrator.Core.Calls.Reruns;
using Orchestrator.Core.Telemetry;

namespace Orchestrator.Web.Hosting.Background;

/// <summary>Redacts stored transcripts again where a manager asked for it: at once when that was here, within seconds when it was on another instance.</summary>
internal sealed partial class RerunLoop(RerunJob job, RerunSignal signal, OrchestratorMetrics metrics, TimeProvider time, ILogger<RerunLoop> logger)
    : PeriodicJob("redaction-rerun", Every, metrics, time, logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task RunOnceAsync(CancellationToken ct)
    {
        if (await job.RunOnceAsync(ct) is var count and > 0)
            Log.Redacted(logger, count);
    }

    protected override Task WaitAsync(PeriodicTimer timer, CancellationToken ct) => signal.WaitAsync(Every, Time, ct);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Redacted {Count} stored transcripts again.")]
        public static partial void Redacted(ILogger logger, int count);
    }
}
