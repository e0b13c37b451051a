using Orchestrator.Core.Credentials;
using Orchestrator.Core.Telemetry;

namespace Orchestrator.Web.Hosting.Background;

/// <summary>Writes once a second how often each credential version was used, and once more when the host stops.</summary>
internal sealed partial class CredentialUseLoop(CredentialUseCounter uses, OrchestratorMetrics metrics, TimeProvider time, ILogger<CredentialUseLoop> logger) : BackgroundService
{
    private const string Job = "credential-use";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            await FlushAsync();
        }
        while (await NextAsync(timer, stoppingToken));
        await FlushAsync();
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken ct)
    {
        try
        {
            return await timer.WaitForNextTickAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // Not the stopping token: the last second counts too.
    private async Task FlushAsync()
    {
        try
        {
            if (await uses.FlushAsync(CancellationToken.None) > 0)
                metrics.JobRan(Job, succeeded: true);
        }
        catch (Exception e)
        {
            metrics.JobRan(Job, succeeded: false);
            Log.Failed(logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The uses of credentials could not be written; they are written with the next.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
