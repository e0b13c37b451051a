using Orchestrator.Core.Calls.Reruns;
using Orchestrator.Core.Telemetry;

namespace Orchestrator.Web.Hosting.Background;

/// <summary>Redacts stored transcripts again where a manager asked for it: at once when that was here, within seconds when it was on another instance.</summary>
internal sealed partial class RerunLoop(RerunJob job, RerunSignal signal, OrchestratorMetrics metrics, TimeProvider time, ILogger<RerunLoop> logger) : BackgroundService
{
    private const string Job = "redaction-rerun";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await job.RunOnceAsync(stoppingToken) is var count and > 0)
                    Log.Redacted(logger, count);
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

            try
            {
                await signal.WaitAsync(Every, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Redacted {Count} stored transcripts again.")]
        public static partial void Redacted(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Error, Message = "Stored transcripts could not be redacted again; the job goes on where it stopped in 15 seconds.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
