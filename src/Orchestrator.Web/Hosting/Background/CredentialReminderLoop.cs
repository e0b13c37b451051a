using Orchestrator.Core.Credentials;
using Orchestrator.Core.Telemetry;

namespace Orchestrator.Web.Hosting.Background;

/// <summary>Looks at the age of every clinic's credential.</summary>
internal sealed class CredentialReminderLoop(
    CredentialReminder reminder, OrchestratorMetrics metrics, TimeProvider time, ILogger<CredentialReminderLoop> logger)
    : PeriodicJob("credential-reminder", TimeSpan.FromHours(1), metrics, time, logger)
{
    protected override Task RunOnceAsync(CancellationToken ct) => reminder.RunOnceAsync(ct);
}
