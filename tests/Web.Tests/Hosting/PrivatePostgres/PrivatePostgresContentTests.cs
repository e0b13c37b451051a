using System.Runtime.Versioning;
using Npgsql;
using Orchestrator.Web.Hosting.PrivatePostgres;
using Xunit;

namespace Orchestrator.Web.Tests.Hosting.PrivatePostgres;

[UnsupportedOSPlatform("windows")]
public sealed class PrivatePostgresContentTests(TestPostgres postgres) : IClassFixture<TestPostgres>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Roles_NewFolder_CanDoNoMoreThanTheyNeed()
    {
        Assert.Equal(
            "orchestrator_app f f f f f, orchestrator_owner f f f f f",
            await ScalarAsync(postgres.Server.ConnectionString, """
                select string_agg(concat_ws(' ', rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication), ', ' order by rolname)
                from pg_roles where rolname like 'orchestrator%'
                """));
        Assert.Equal("orchestrator_owner", await ScalarAsync(postgres.Server.OwnerConnectionString, "select pg_get_userbyid(datdba)::text from pg_database where datname = current_database()"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(postgres.Server.ConnectionString, "create table public.t (id int)"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        await ExecuteAsync(postgres.Server.OwnerConnectionString, "create extension btree_gist");
    }

    [Fact]
    public async Task Settings_NewFolder_AreDurableLocalAndPrivate()
    {
        Assert.Equal("on 127.0.0.1 none", await ScalarAsync(
            postgres.Server.OwnerConnectionString, "select concat_ws(' ', current_setting('fsync'), current_setting('listen_addresses'), current_setting('log_statement'))"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(postgres.Server.DataDirectory, "server.json")));
        Assert.False(File.Exists(Path.Combine(postgres.Server.DataDirectory, "initdb.password")));
        Assert.DoesNotContain("\nUid:\t0\t", await File.ReadAllTextAsync($"/proc/{postgres.Server.ProcessId}/status", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_WrongPassword_IsRefused()
    {
        var wrong = new NpgsqlConnectionStringBuilder(postgres.Server.ConnectionString) { Password = "wrong" };

        var refused = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(wrong.ConnectionString, "select 1"));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task Log_FailingStatementsWithValues_HoldsNoneOfThem()
    {
        const string Canary = "07700900123";
        await ExecuteAsync(postgres.Server.OwnerConnectionString, $"create table phone (number text primary key); insert into phone values ('{Canary}')");

        foreach (var statement in (string[])[$"insert into phone values ('{Canary}')", $"select '{Canary}x'::int", $"select syntax '{Canary}' error"])
            await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(postgres.Server.OwnerConnectionString, statement));

        var logs = Directory.GetFiles(Path.Combine(postgres.Server.DataDirectory, "pgdata", "log")).Select(File.ReadAllText).ToList();
        Assert.Contains(logs, text => text.Contains("ready to accept connections", StringComparison.Ordinal));
        Assert.All(logs, text => Assert.DoesNotContain(Canary, text, StringComparison.Ordinal));
    }

    private static async Task<string?> ScalarAsync(string connectionString, string query)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(query, connection);
        return (await command.ExecuteScalarAsync(Ct))?.ToString();
    }

    private static async Task ExecuteAsync(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
