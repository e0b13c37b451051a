using Npgsql;

namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>
/// Owner, serving role and database, made where they are missing: after initdb, and again after a crash in between.
/// The serving role gets nothing but the right to connect; what it may do inside is the migrations' to grant.
/// </summary>
internal static class RoleSetup
{
    public static async Task EnsureAsync(ServerConnections connections, ServerRecord record, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connections.For(ServerConnections.Superuser, "postgres"));
        await connection.OpenAsync(ct);
        await EnsureRoleAsync(connection, ServerConnections.Owner, record.OwnerPassword, ct);
        await EnsureRoleAsync(connection, ServerConnections.App, record.AppPassword, ct);
        await EnsureDatabaseAsync(connection, ServerConnections.Database, ct);
    }

    public static async Task EnsureDatabaseAsync(NpgsqlConnection superuser, string database, CancellationToken ct)
    {
        if (!await ExistsAsync(superuser, "select 1 from pg_database where datname = $1", database, ct))
            await ExecuteAsync(superuser, $"create database {database} owner {ServerConnections.Owner}", ct);
        await ExecuteAsync(superuser, $"revoke all on database {database} from public", ct);
        await ExecuteAsync(superuser, $"grant connect on database {database} to {ServerConnections.App}", ct);
    }

    private static async Task EnsureRoleAsync(NpgsqlConnection superuser, string role, string password, CancellationToken ct)
    {
        if (await ExistsAsync(superuser, "select 1 from pg_roles where rolname = $1", role, ct))
            return;

        // Role, database and password are our own words and hex digits; DDL takes no parameters.
        await ExecuteAsync(superuser, $"create role {role} login password '{password}'", ct);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string query, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(query, connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string statement, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
