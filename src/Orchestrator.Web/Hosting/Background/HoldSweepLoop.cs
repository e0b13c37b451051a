using Orchestrator.Core.Retention;
using Orchestrator.Core.Telemetry;

namespace Orchestrator.Web.Hosting.Background;

/// <summary>Runs the sweep of lapsed holds every 30 seconds. A failure is logged and counted, and the next round comes all the same.</summary>
internal sealed partial class HoldSweepLoop(HoldSweep sweep, OrchestratorMetrics metrics, TimeProvider time, ILogger<HoldSweepLoop> logger) : BackgroundService
{
    private const string Job = "hold-sweep";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
                await SweepAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping.
        }
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        try
        {
            var count = await sweep.RunOnceAsync(ct);
            metrics.JobRan(Job, succeeded: true);
            if (count.Holds + count.Dispatches > 0)
                Log.Swept(logger, count.Holds, count.Dispatches);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            metrics.JobRan(Job, succeeded: false);
            Log.Failed(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Expired {Holds} lapsed holds and settled {Dispatches} lost texts.")]
        public static partial void Swept(ILogger logger, int holds, int dispatches);

        [LoggerMessage(Level = LogLevel.Error, Message = "The sweep of lapsed holds failed; the next one comes in 30 seconds.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
