using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Orchestrator.Core.Persistence;

/// <summary>Brings the schema to the newest version, as the owner role.</summary>
public static class DatabaseMigrator
{
    /// <summary>The role that serves; migrations grant to it by name.</summary>
    public const string AppRole = "orchestrator_app";

    /// <summary>Names of the migrations that were applied; empty when the schema was current.</summary>
    public static async Task<IReadOnlyList<string>> MigrateAsync(string ownerConnectionString, CancellationToken ct)
    {
        await using var db = Open(ownerConnectionString);
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        if (pending.Count > 0)
            await db.Database.MigrateAsync(ct);
        return pending;
    }

    /// <summary>Whether any migration of this build is missing. Works for the serving role as well.</summary>
    public static async Task<bool> IsCurrentAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        var options = new DbContextOptionsBuilder<OrchestratorDbContext>();
        OrchestratorModel.Configure(options, source);
        await using var db = new OrchestratorDbContext(options.Options);
        return !(await db.Database.GetPendingMigrationsAsync(ct)).Any();
    }

    private static OrchestratorDbContext Open(string connectionString)
    {
        var options = new DbContextOptionsBuilder<OrchestratorDbContext>();
        OrchestratorModel.Configure(options, connectionString);
        return new OrchestratorDbContext(options.Options);
    }
}
