using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orchestrator.Web.Hosting;
using Orchestrator.Web.Hosting.Database;
using Orchestrator.Web.Tests.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(DemoDatabase.End))]

namespace Orchestrator.Web.Tests.Hosting;

/// <summary>
/// Databases with the two demo clinics and their sign-ins, for every class that wants one: one server for the assembly, one
/// database that is migrated and filled, and a copy of it for each. Nothing starts before the first is asked for.
/// </summary>
public sealed class DemoDatabase : IAsyncDisposable
{
    /// <summary>Fixtures of any level use it, which the runner would not hand to all of them.</summary>
    public static DemoDatabase Shared { get; } = new();

    private readonly SemaphoreSlim _turn = new(1);
    private readonly TestPostgres _postgres = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("orchestrator-demo-").FullName;
    private string? _template;

    /// <summary>A copy of one's own, and a folder with a copy of the keys that its secrets are sealed with.</summary>
    public async Task<(string App, string Owner)> CopyAsync(string keysDirectory, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            _template ??= await MakeAsync(ct);
            var name = $"t{Guid.NewGuid():N}";
            await using var superuser = new NpgsqlConnection(_postgres.Server.SuperuserConnectionString);
            await superuser.OpenAsync(ct);
            await using var copy = new NpgsqlCommand($"create database {name} template {_template} owner orchestrator_owner", superuser);
            await copy.ExecuteNonQueryAsync(ct);
            Directory.CreateDirectory(keysDirectory);
            foreach (var key in Directory.GetFiles(Path.Combine(_folder, "keys")))
                File.Copy(key, Path.Combine(keysDirectory, Path.GetFileName(key)));
            return await _postgres.Server.CreateDatabaseAsync(name, ct);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_template is not null)
            await _postgres.DisposeAsync();
        _turn.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> MakeAsync(CancellationToken ct)
    {
        await _postgres.InitializeAsync();
        const string name = "demo_template";
        var (app, owner) = await _postgres.Server.CreateDatabaseAsync(name, ct);
        await using (var host = await PreparedHost.BuildAsync(
            [
                "--environment=Development", $"--ConnectionStrings:Orchestrator={app};Pooling=false", $"--ConnectionStrings:OrchestratorOwner={owner};Pooling=false",
                $"--Keys:Directory={Path.Combine(_folder, "keys")}",
            ],
            HostPurpose.Verb, ct))
        {
            await host.Services.GetRequiredService<SchemaGate>().PassAsync(ct);
            foreach (var step in host.Services.GetServices<IStartupStep>())
                await step.RunAsync(ct);
        }
        return name;
    }

    /// <summary>Stops the server after the last test.</summary>
    public sealed class End : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Shared.DisposeAsync();
    }
}
