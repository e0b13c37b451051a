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

    /// <summary>As the serving role.</summary>
    public NpgsqlDataSource Source => _source ?? throw new InvalidOperationException("The fixture is not initialized.");

    public string AppConnectionString { get; private set; } = "";

    public string OwnerConnectionString { get; private set; } = "";

    public IDbContextFactory<OrchestratorDbContext> Contexts => new Factory(Source);

    public OrgDb Db => new(Contexts, Source);

    /// <summary>Takes touches and tells nobody: it is not started.</summary>
    public ActivityNotifier Activity => field ??= new(Source, TimeProvider.System, NullLogger<ActivityNotifier>.Instance);

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        (AppConnectionString, OwnerConnectionString) = await _postgres.NewDatabaseAsync(CancellationToken.None);
        await DatabaseMigrator.MigrateAsync(OwnerConnectionString, CancellationToken.None);
        _source = OrchestratorDataSource.Create(AppConnectionString + ";Maximum Pool Size=90", Duration.Zero);
    }

    /// <summary>A source with its own clock, as a host with Development:FixedClock has.</summary>
    public NpgsqlDataSource SourceAt(Duration clockOffset) => OrchestratorDataSource.Create(AppConnectionString, clockOffset);

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
            await _source.DisposeAsync();
        await _postgres.DisposeAsync();
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
