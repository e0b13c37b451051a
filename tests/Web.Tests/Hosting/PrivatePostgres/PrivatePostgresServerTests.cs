using System.Diagnostics;
using System.Runtime.Versioning;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Orchestrator.Web.Hosting.PrivatePostgres;
using Xunit;

namespace Orchestrator.Web.Tests.Hosting.PrivatePostgres;

[UnsupportedOSPlatform("windows")]
public sealed class PrivatePostgresServerTests : IAsyncDisposable
{
    private readonly string _folder = TestPostgres.NewFolder();
    private readonly List<PrivatePostgresServer> _servers = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var server in _servers)
            await server.DisposeAsync();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task DisposeAsync_AnotherHoldsALease_LeavesTheServerToTheLast()
    {
        var first = await StartAsync();
        var second = await StartAsync();
        Assert.Equal(first.ProcessId, second.ProcessId);

        await LeaveAsync(first);
        Assert.True(Postmaster.IsAlive(second.ProcessId));
        Assert.Equal("1", await ScalarAsync(second.ConnectionString, "select 1"));

        await LeaveAsync(second);
        Assert.False(Postmaster.IsAlive(second.ProcessId));
    }

    [Fact]
    public async Task StartAsync_ManyAtOnce_ShareOneServer()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => StartAsync()));

        Assert.Single(servers.Select(s => s.ProcessId).Distinct());
    }

    [Fact]
    public async Task StartAsync_ServerLeftByAKilledHost_AdoptsIt()
    {
        var killed = await StartAsync();
        await ExecuteAsync(killed.OwnerConnectionString, "create table kept as select 7 as value");
        await killed.AbandonAsync();
        _servers.Remove(killed);

        var next = await StartAsync();

        Assert.Equal(killed.ProcessId, next.ProcessId);
        Assert.Equal("7", await ScalarAsync(next.OwnerConnectionString, "select value from kept"));
    }

    [Fact]
    public async Task Watch_PostmasterKilled_StartsItAgainOnTheSamePortWithItsData()
    {
        var server = await StartAsync();
        var (port, killed) = (server.Port, server.ProcessId);
        await ExecuteAsync(server.OwnerConnectionString, "create table kept as select 7 as value");

        Kill(killed);
        await AnswersAgainAsync(server, killed);

        Assert.Equal(port, server.Port);
        Assert.Equal("7", await ScalarAsync(server.OwnerConnectionString, "select value from kept"));
    }

    [Fact]
    public async Task StartAsync_HostAndPostmasterKilledWhileAQueryRuns_EndsTheOrphanAndKeepsTheData()
    {
        var killed = await StartAsync();
        await ExecuteAsync(killed.OwnerConnectionString, "create table kept as select 7 as value");
        await using var busy = new NpgsqlConnection(killed.OwnerConnectionString);
        await busy.OpenAsync(Ct);
        await using var endless = new NpgsqlCommand("select count(*) from generate_series(1, 100000000000)", busy) { CommandTimeout = 0 };
        var query = endless.ExecuteScalarAsync(CancellationToken.None);
        await killed.AbandonAsync();
        _servers.Remove(killed);
        Kill(killed.ProcessId);

        var next = await StartAsync();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => query);
        Assert.Equal("7", await ScalarAsync(next.OwnerConnectionString, "select value from kept"));
    }

    [Fact]
    public async Task StartAsync_PidFileNamesAnotherLiveProcess_StartsAllTheSame()
    {
        var first = await StartAsync();
        await LeaveAsync(first);
        // Of the server's account, since PostgreSQL itself ignores a process that it may not signal.
        var command = ServerAccount.ForThisProcess(null).Command("sleep", "60").ToArray();
        using var other = Process.Start(command[0], command.Skip(1))!;
        var pidFile = Path.Combine(_folder, "pgdata", "postmaster.pid");
        await File.WriteAllTextAsync(pidFile, $"{other.Id}\n{_folder}/pgdata\n1700000000\n{first.Port}\n\n127.0.0.1\n\nready   \n", Ct);

        var next = await StartAsync();

        Assert.Equal("1", await ScalarAsync(next.ConnectionString, "select 1"));
        other.Kill();
    }

    private async Task<PrivatePostgresServer> StartAsync()
    {
        var server = await PrivatePostgresServer.StartAsync(new EmbeddedPostgresOptions { DataDirectory = _folder, FetchBinaries = false }, NullLogger.Instance, Ct);
        lock (_servers)
            _servers.Add(server);
        return server;
    }

    private async Task LeaveAsync(PrivatePostgresServer server)
    {
        _servers.Remove(server);
        await server.DisposeAsync();
    }

    private static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }

    private static async Task AnswersAgainAsync(PrivatePostgresServer server, int killed)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (server.ProcessId == killed)
            await Task.Delay(50, limit.Token);
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
