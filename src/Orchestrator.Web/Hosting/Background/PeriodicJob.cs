using Orchestrator.Core.Telemetry;

namespace Orchestrator.Web.Hosting.Background;

/// <summary>
/// Work that is done when the host starts and then every so often. A failed round is logged and counted
/// (<c>orchestrator.jobs</c>), and the next one comes all the same.
/// </summary>
internal abstract partial class PeriodicJob(string name, TimeSpan every, OrchestratorMetrics metrics, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    protected TimeProvider Time => time;

    /// <summary>Whether one more round is due when the host stops, for what is kept in memory till then.</summary>
    protected virtual bool EndsWithARound => false;

    protected abstract Task RunOnceAsync(CancellationToken ct);

    /// <summary>Ends when the next round is due.</summary>
    protected virtual Task WaitAsync(PeriodicTimer timer, CancellationToken ct) => timer.WaitForNextTickAsync(ct).AsTask();

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        try
        {
            while (true)
            {
                await TryRunAsync(stoppingToken);
                await WaitAsync(timer, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            if (!EndsWithARound)
                return;
            using var limit = new CancellationTokenSource(Farewell, time);
            await TryRunAsync(limit.Token);
        }
    }

    private async Task TryRunAsync(CancellationToken ct)
    {
        try
        {
            await RunOnceAsync(ct);
            metrics.JobRan(name, succeeded: true);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            metrics.JobRan(name, succeeded: false);
            Log.Failed(logger, name, every, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} failed; its next round comes within {Every}.")]
        public static partial void Failed(ILogger logger, string job, TimeSpan every, Exception exception);
    }
}
