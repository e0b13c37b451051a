using Npgsql;
using Orchestrator.Web.Hosting.PrivatePostgres;

namespace Orchestrator.Web.Hosting.Database;

/// <summary>The database of this process: the configured one, or a private server that it holds a lease on.</summary>
internal sealed class HostDatabase : IAsyncDisposable
{
    private readonly PrivatePostgresServer? _server;

    private HostDatabase(DatabaseConnections connections, PrivatePostgresServer? server) => (Connections, _server) = (connections, server);

    public DatabaseConnections Connections { get; }

    public static async Task<HostDatabase> PrepareAsync(IConfiguration configuration, ILoggerFactory loggers, CancellationToken ct)
    {
        var configured = configuration.GetSection(ConnectionStringsOptions.Section).Get<ConnectionStringsOptions>() ?? new();
        if (!string.IsNullOrWhiteSpace(configured.Orchestrator))
        {
            RequireConnectionString(configured.Orchestrator, "ConnectionStrings:Orchestrator");
            var owner = string.IsNullOrWhiteSpace(configured.OrchestratorOwner) ? null : configured.OrchestratorOwner;
            if (owner is not null)
                RequireConnectionString(owner, "ConnectionStrings:OrchestratorOwner");
            return new HostDatabase(new DatabaseConnections(configured.Orchestrator, owner, IsPrivate: false), null);
        }

        var options = configuration.GetSection(EmbeddedPostgresOptions.Section).Get<EmbeddedPostgresOptions>() ?? new();
        var server = await PrivatePostgresServer.StartAsync(options, loggers.CreateLogger<PrivatePostgresServer>(), ct);
        return new HostDatabase(new DatabaseConnections(server.ConnectionString, server.OwnerConnectionString, IsPrivate: true), server);
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static void RequireConnectionString(string text, string key)
    {
        try
        {
            if (new NpgsqlConnectionStringBuilder(text).Host is not null)
                return;
        }
        catch (ArgumentException)
        {
        }

        throw new StartRefusedException($"{key} is not a PostgreSQL connection string such as Host=…;Database=…;Username=…;Password=….");
    }
}
