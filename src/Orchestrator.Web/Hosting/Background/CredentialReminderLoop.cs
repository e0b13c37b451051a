using Orchestrator.Core.Credentials;
using Orchestrator.Core.Telemetry;

namespace Orchestrator.Web.Hosting.Background;

/// <summary>Looks at the age of every clinic's credential, at the start and then every hour.</summary>
internal sealed partial class CredentialReminderLoop(
    CredentialReminder reminder, OrchestratorMetrics metrics, TimeProvider time, ILogger<CredentialReminderLoop> logger) : BackgroundService
{
    private const string Job = "credential-reminder";

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await reminder.RunOnceAsync(stoppingToken);
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
        [LoggerMessage(Level = LogLevel.Error, Message = "The age of credentials could not be looked at; the next round comes in an hour.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
