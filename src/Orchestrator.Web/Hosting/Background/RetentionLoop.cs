using Orchestrator.Core.Retention;
using Orchestrator.Core.Telemetry;

namespace Orchestrator.Web.Hosting.Background;

/// <summary>Removes what is kept no longer.</summary>
internal sealed partial class RetentionLoop(RetentionPurge purge, OrchestratorMetrics metrics, TimeProvider time, ILogger<RetentionLoop> logger)
    : PeriodicJob("retention", TimeSpan.FromDays(1), metrics, time, logger)
{
    protected override async Task RunOnceAsync(CancellationToken ct)
    {
        foreach (var (kind, count) in await purge.RunOnceAsync(ct))
            Log.Purged(logger, count, kind);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} rows of {Kind} whose time to be kept is over.")]
        public static partial void Purged(ILogger logger, int count, string kind);
    }
}
