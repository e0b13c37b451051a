using NodaTime;
using Npgsql;

namespace Orchestrator.Core.Persistence;

/// <summary>How the application connects.</summary>
public static class OrchestratorDataSource
{
    /// <param name="connectionString">Of the serving role.</param>
    /// <param name="clockOffset">By how much SQL's clock is moved: Development:FixedClock's, zero otherwise.</param>
    /// <remarks>
    /// Nothing is ever set for a session (see <see cref="Tenancy.OrgDb"/>), so a connection goes back to the pool without a
    /// reset, and its prepared statements stay: docs/adr/0003-transaction-local-tenant.md.
    /// </remarks>
    public static NpgsqlDataSource Create(string connectionString, Duration clockOffset)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            NoResetOnClose = true,
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
            ApplicationName = "orchestrator",
            IncludeErrorDetail = false,
            // A listener only waits: without these it would take two hours to learn that the other end is gone.
            TcpKeepAlive = true,
            TcpKeepAliveTime = 10,
            TcpKeepAliveInterval = 5,
        };
        if (clockOffset != Duration.Zero)
            settings.Options = $"{settings.Options} -c app.clock_offset={(long)clockOffset.TotalMilliseconds}ms".Trim();

        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UseNodaTime();
        return builder.Build();
    }
}
