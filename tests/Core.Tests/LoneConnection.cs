using System.Data;
using Npgsql;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests;

/// <summary>A racer whose database session is known, so that a test can see it wait for a lock.</summary>
internal sealed class LoneConnection : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlDataSource _watcher;
    private readonly int _pid;

    private LoneConnection(NpgsqlDataSource source, NpgsqlDataSource watcher, int pid) => (_source, _watcher, _pid) = (source, watcher, pid);

    public OrgDb Db => TestDatabase.DbOf(_source);

    public static async Task<LoneConnection> OpenAsync(TestDatabase database, string settings = "")
    {
        var source = database.SourceWith($"Minimum Pool Size=1;{settings};Maximum Pool Size=1");
        await using var ask = source.CreateCommand("select pg_backend_pid()");
        return new LoneConnection(source, database.Source, (int)(await ask.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
    }

    /// <summary>Begins a transaction on it that stays open until disposed or committed.</summary>
    public async Task<NpgsqlTransaction> BeginAsync(IsolationLevel isolation = IsolationLevel.ReadCommitted)
    {
        var connection = await _source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return await connection.BeginTransactionAsync(isolation, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until it waits for another session. Fails when <paramref name="work"/> ends without having waited.</summary>
    public async Task WaitUntilBlockedAsync(Task work)
    {
        while (true)
        {
            await using var ask = _watcher.CreateCommand("select cardinality(pg_blocking_pids($1)) > 0").With(_pid);
            if (await ask.ExecuteScalarAsync(TestContext.Current.CancellationToken) is true)
                return;
            Assert.False(work.IsCompleted, "It was to wait for the other session and did not.");
        }
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
