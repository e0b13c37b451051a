using Npgsql;

namespace Orchestrator.Web.Hosting.Database;

/// <summary>A set of migrations with a history of its own. Parts are migrated in the order of their registration.</summary>
internal interface ISchemaPart
{
    /// <summary>Where its applied migrations are written down.</summary>
    string HistoryTable { get; }

    /// <summary>Whether none of this build's migrations is missing; asked as the role that serves.</summary>
    Task<bool> IsCurrentAsync(NpgsqlDataSource source, CancellationToken ct);

    /// <summary>Applies what is missing as the owner; gives its names.</summary>
    Task<IReadOnlyList<string>> MigrateAsync(string ownerConnectionString, CancellationToken ct);
}
