using Npgsql;
using Orchestrator.Core.Persistence;

namespace Orchestrator.Web.Hosting.Database;

/// <summary>Whether the schema is this build's: Development brings it there, Production refuses to serve an older one.</summary>
internal sealed partial class SchemaGate(
    DatabaseConnections connections, NpgsqlDataSource source, IEnumerable<ISchemaPart> parts, IHostEnvironment environment, ILogger<SchemaGate> logger)
{
    /// <summary>Whether no part misses a migration of this build.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken ct)
    {
        try
        {
            foreach (var part in parts)
            {
                if (!await part.IsCurrentAsync(source, ct))
                    return false;
            }
            return true;
        }
        catch (PostgresException failure) when (failure.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.UndefinedTable)
        {
            // An empty database: the serving role may not even look for the table of migrations.
            return false;
        }
    }

    /// <exception cref="StartRefusedException">Older, and not ours to migrate; or the database does not answer.</exception>
    public async Task PassAsync(CancellationToken ct)
    {
        try
        {
            if (await IsCurrentAsync(ct))
                return;
        }
        catch (Exception failure) when (failure is NpgsqlException or System.Net.Sockets.SocketException)
        {
            throw Unanswered("ConnectionStrings:Orchestrator", failure);
        }

        if (!environment.IsDevelopment())
            throw new StartRefusedException("The database has an older schema than this version; run the verb migrate first.");
        await MigrateAsync(ct);
    }

    /// <summary>Applies what is missing; gives its names.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken ct)
    {
        var owner = connections.Owner
            ?? throw new StartRefusedException("The schema is older than this version and ConnectionStrings:OrchestratorOwner, the role that may migrate it, is not set.");
        try
        {
            var applied = new List<string>();
            foreach (var part in parts)
            {
                applied.AddRange(await part.MigrateAsync(owner, ct));
                await LetServingRoleLookAsync(owner, part.HistoryTable, ct);
            }
            Log.Migrated(logger, applied.Count);
            return applied;
        }
        catch (NpgsqlException failure) when (failure.SqlState is null or ['2', '8', ..] or ['3', 'D', ..])
        {
            throw Unanswered("ConnectionStrings:OrchestratorOwner", failure);
        }
    }

    // The table of migrations comes before the first of them, and the serving role must see whether it may serve.
    private async Task LetServingRoleLookAsync(string owner, string historyTable, CancellationToken ct)
    {
        var role = new NpgsqlConnectionStringBuilder(connections.Serving).Username ?? DatabaseMigrator.AppRole;
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(ct);
        var identifier = new NpgsqlCommandBuilder().QuoteIdentifier(role);
        await using var command = new NpgsqlCommand($"""grant select on "{historyTable}" to {identifier}""", connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    // Npgsql's messages name host, role and database and never the password.
    private static StartRefusedException Unanswered(string key, Exception failure) =>
        new($"The database of {key} refuses us: {failure.Message.ReplaceLineEndings(" ").TrimEnd('.')}.", failure);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Applied {Count} migrations.")]
        public static partial void Migrated(ILogger logger, int count);
    }
}
