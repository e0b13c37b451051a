using Npgsql;
using Orchestrator.Core.Persistence;

namespace Orchestrator.Web.Hosting.Database;

/// <summary>The organizations' part of the schema.</summary>
internal sealed class CoreSchema : ISchemaPart
{
    public string HistoryTable => "__EFMigrationsHistory";

    public Task<bool> IsCurrentAsync(NpgsqlDataSource source, CancellationToken ct) => DatabaseMigrator.IsCurrentAsync(source, ct);

    public Task<IReadOnlyList<string>> MigrateAsync(string ownerConnectionString, CancellationToken ct) =>
        DatabaseMigrator.MigrateAsync(ownerConnectionString, ct);
}
