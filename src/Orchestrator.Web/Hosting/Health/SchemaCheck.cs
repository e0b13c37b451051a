using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Orchestrator.Web.Hosting.Database;

namespace Orchestrator.Web.Hosting.Health;

/// <summary>Whether the schema is this build's. A singleton: once it is current it stays so, and is not asked for again.</summary>
internal sealed class SchemaCheck(SchemaGate gate) : IHealthCheck
{
    private volatile bool _isCurrent;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            _isCurrent = _isCurrent || await gate.IsCurrentAsync(cancellationToken);
        }
        catch (NpgsqlException)
        {
            // As in DatabaseCheck; a serving role that may not look has not been migrated for.
        }

        return _isCurrent ? HealthCheckResult.Healthy() : new HealthCheckResult(context.Registration.FailureStatus);
    }
}
