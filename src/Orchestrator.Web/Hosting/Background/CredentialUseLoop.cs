using Orchestrator.Core.Credentials;
using Orchestrator.Core.Telemetry;

namespace Orchestrator.Web.Hosting.Background;

/// <summary>Writes how often each credential version was used.</summary>
internal sealed class CredentialUseLoop(CredentialUseCounter uses, OrchestratorMetrics metrics, TimeProvider time, ILogger<CredentialUseLoop> logger)
    : PeriodicJob("credential-use", TimeSpan.FromSeconds(1), metrics, time, logger)
{
    protected override bool EndsWithARound => true;

    // Whoever is cut off does not know whether the row was written, and would count twice.
    protected override Task RunOnceAsync(CancellationToken ct) => uses.FlushAsync(CancellationToken.None);
}
