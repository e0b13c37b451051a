using Microsoft.EntityFrameworkCore;
using Npgsql;
using Orchestrator.Core.Persistence;

namespace Orchestrator.Core.Tenancy;

/// <summary>
/// The only door to organization rows. Each operation is one short transaction that names its organization for itself alone
/// (<c>set_config(…, is_local: true)</c>), so a pooled connection never carries one organization's name to another.
/// </summary>
public sealed class OrgDb(IDbContextFactory<OrchestratorDbContext> contexts, NpgsqlDataSource source)
{
    /// <summary>Runs <paramref name="work"/> in one transaction that sees the organization's rows only; commits unless it throws.</summary>
    public async Task<T> RunAsync<T>(OrgContext context, Func<OrchestratorDbContext, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select set_config('app.org_id', {context.Org.ToString()}, true)", ct);
        var result = await work(db, ct);
        await transaction.CommitAsync(ct);
        return result;
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public Task RunAsync(OrgContext context, Func<OrchestratorDbContext, CancellationToken, Task> work, CancellationToken ct) =>
        RunAsync(context, async (db, token) =>
        {
            await work(db, token);
            return true;
        }, ct);

    /// <summary>
    /// Calls one SQL function in one round trip. By convention the function takes the organization's id as its first argument
    /// and names it to row-level security itself; <paramref name="arguments"/> are the rest, in order, null for SQL null.
    /// </summary>
    /// <param name="sql">Such as <c>select outcome from release_hold($1, $2, $3, $4, $5)</c>.</param>
    /// <param name="read">Reads the one row.</param>
    public async Task<T> CallAsync<T>(OrgContext context, string sql, NpgsqlParameter[] arguments, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = context.Org.Value });
        foreach (var argument in arguments)
            command.Parameters.Add(argument);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return read(reader);
    }
}
