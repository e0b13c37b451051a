using Orchestrator.Core.Telemetry;
using Orchestrator.Core.Verification;

namespace Orchestrator.Web.Hosting.Background;

/// <summary>Asks about texts that nobody has told the end of, every 20 seconds. A failure is logged and counted.</summary>
internal sealed partial class ReconcilerLoop(DispatchReconciler reconciler, OrchestratorMetrics metrics, TimeProvider time, ILogger<ReconcilerLoop> logger) : BackgroundService
{
    private const string Job = "sms-reconciler";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await AskAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host is stopping.
        }
    }

    private async Task AskAsync(CancellationToken ct)
    {
        try
        {
            await reconciler.RunOnceAsync(ct);
            metrics.JobRan(Job, succeeded: true);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            metrics.JobRan(Job, succeeded: false);
            Log.Failed(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The provider could not be asked about open texts; the next round comes in 20 seconds.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
