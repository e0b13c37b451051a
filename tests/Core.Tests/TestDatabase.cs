using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Npgsql;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Tests;
using Orchestrator.Web.Tests.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(TestDatabase))]

namespace Orchestrator.Core.Tests;

/// <summary>
/// One migrated database for the whole run, reached as the serving role, so that row-level security is in force. Tests keep
/// apart by taking an organization of their own (<see cref="TestClinic"/>), never by wiping.
/// </summary>
public sealed class TestDatabase : IAsyncLifetime
{
    private readonly TestPostgres _postgres = new();
    private NpgsqlDataSource? _source;
    private NpgsqlDataSource? _owner;

    /// <summary>As the serving role.</summary>
    public NpgsqlDataSource Source => _source ?? throw new InvalidOperationException("The fixture is not initialized.");

    /// <summary>As the owner, for what no service may do: stepping a row's time, or breaking it.</summary>
    public NpgsqlDataSource Owner => _owner ?? throw new InvalidOperationException("The fixture is not initialized.");

    public string AppConnectionString { get; private set; } = "";

    public string OwnerConnectionString { get; private set; } = "";

    public IDbContextFactory<OrchestratorDbContext> Contexts => new Factory(Source);

    public OrgDb Db => DbOf(Source);

    public static OrgDb DbOf(NpgsqlDataSource source) => new(new Factory(source), source);

    /// <summary>Takes touches and tells nobody: it is not started.</summary>
    public ActivityNotifier Activity => field ??= new(Source, TimeProvider.System, NullLogger<ActivityNotifier>.Instance);

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        (AppConnectionString, OwnerConnectionString) = await _postgres.NewDatabaseAsync(CancellationToken.None);
        await DatabaseMigrator.MigrateAsync(OwnerConnectionString, CancellationToken.None);
        _source = OrchestratorDataSource.Create(AppConnectionString + ";Maximum Pool Size=72", Duration.Zero);
        _owner = OrchestratorDataSource.Create(OwnerConnectionString + ";Pooling=true;Maximum Pool Size=6", Duration.Zero);
    }

    /// <summary>A source with its own clock, as a host with Development:FixedClock has.</summary>
    public NpgsqlDataSource SourceAt(Duration clockOffset) => OrchestratorDataSource.Create(AppConnectionString + ";Maximum Pool Size=8", clockOffset);

    /// <summary>A source of few connections with further settings of the connection string.</summary>
    public NpgsqlDataSource SourceWith(string settings) => OrchestratorDataSource.Create($"{AppConnectionString};Maximum Pool Size=8;{settings}", Duration.Zero);

    /// <summary>Runs one statement as the owner, who is bound by row-level security too; gives the number of rows.</summary>
    public async Task<int> ExecuteAsOwnerAsync(OrgId org, string sql)
    {
        await using var connection = await Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await NameAsync(connection, org);
        await using var command = new NpgsqlCommand(sql, connection);
        var rows = await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return rows;
    }

    /// <summary>One value that the organization sees as the serving role.</summary>
    public async Task<T> ScalarAsync<T>(OrgId org, string sql, params object?[] values)
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await NameAsync(connection, org);
        await using var command = new NpgsqlCommand(sql, connection).With(values);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
            await _source.DisposeAsync();
        if (_owner is not null)
            await _owner.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    private static async Task NameAsync(NpgsqlConnection connection, OrgId org)
    {
        await using var name = new NpgsqlCommand("select set_config('app.org_id', $1, true)", connection).With(org.ToString());
        await name.ExecuteNonQueryAsync();
    }

    private sealed class Factory(NpgsqlDataSource source) : IDbContextFactory<OrchestratorDbContext>
    {
        public OrchestratorDbContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<OrchestratorDbContext>();
            OrchestratorModel.Configure(options, source);
            return new OrchestratorDbContext(options.Options);
        }
    }
}
