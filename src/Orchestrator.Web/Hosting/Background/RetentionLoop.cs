using Orchestrator.Core.Retention;
using Orchestrator.Core.Telemetry;

namespace Orchestrator.Web.Hosting.Background;

/// <summary>Removes what is kept no longer, at the start and once a day.</summary>
internal sealed partial class RetentionLoop(RetentionPurge purge, OrchestratorMetrics metrics, TimeProvider time, ILogger<RetentionLoop> logger) : BackgroundService
{
    private const string Job = "retention";

    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                foreach (var (kind, count) in await purge.RunOnceAsync(stoppingToken))
                    Log.Purged(logger, count, kind);
                metrics.JobRan(Job, succeeded: true);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                metrics.JobRan(Job, succeeded: false);
                Log.Failed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Removed {Count} rows of {Kind} whose time to be kept is over.")]
        public static partial void Purged(ILogger logger, int count, string kind);

        [LoggerMessage(Level = LogLevel.Error, Message = "Removing what is kept no longer failed; the next round comes in a day.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
