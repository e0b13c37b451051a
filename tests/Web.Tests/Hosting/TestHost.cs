using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Core.Persistence;
using Orchestrator.Web.Hosting;
using Xunit;

namespace Orchestrator.Web.Tests.Hosting;

/// <summary>The whole host on a free loopback port, with a migrated database of its own.</summary>
public sealed class TestHost : IAsyncLifetime
{
    public const string MetricsToken = "token-of-the-tests-scraper";

    private readonly TestPostgres _postgres = new();
    private PreparedHost? _host;

    public HttpClient Http { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        await DatabaseMigrator.MigrateAsync(_postgres.Server.OwnerConnectionString, CancellationToken.None);
        _host = await PreparedHost.BuildAsync(
            [
                "--urls=http://127.0.0.1:0",
                "--environment=Development",
                $"--ConnectionStrings:Orchestrator={_postgres.Server.ConnectionString}",
                $"--ConnectionStrings:OrchestratorOwner={_postgres.Server.OwnerConnectionString}",
                $"--Keys:Directory={_postgres.Server.DataDirectory}/keys",
                $"--Metrics:Token={MetricsToken}",
            ],
            HostPurpose.Serve,
            CancellationToken.None);
        await _host.Services.GetRequiredService<Orchestrator.Web.Hosting.Database.SchemaGate>().PassAsync(CancellationToken.None);
        await _host.App.StartAsync();
        Http.BaseAddress = new Uri(_host.App.Urls.First());
    }

    public Task StopDatabaseAsync() => _postgres.DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        await _postgres.DisposeAsync();
    }
}
