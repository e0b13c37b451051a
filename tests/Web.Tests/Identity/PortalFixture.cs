using Microsoft.Extensions.DependencyInjection;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Hosting;
using Orchestrator.Web.Hosting.Database;
using Orchestrator.Web.Identity;
using Orchestrator.Web.Tests.Hosting;
using Xunit;

namespace Orchestrator.Web.Tests.Identity;

/// <summary>The host's services on a database with the two demo clinics and their sign-ins; nothing listens.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("orchestrator-identity-").FullName;
    private PreparedHost? _host;

    public IServiceProvider Services => _host?.Services ?? throw new InvalidOperationException("The fixture is not initialized.");

    public string AppConnectionString { get; private set; } = "";

    public string OwnerConnectionString { get; private set; } = "";

    public string KeysDirectory => Path.Combine(_folder, "keys");

    public OrgId Harborview { get; private set; }

    public OrgId Marlow { get; private set; }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async Task<Guid> UserAsync(string email) =>
        await Get<AccountStore>().FindAsync(email, TestContext.Current.CancellationToken) ?? throw new InvalidOperationException($"There is no {email}.");

    /// <summary>A user of their own, so that tests do not lock or disable each other's.</summary>
    public async Task<Guid> NewUserAsync(string? email = null)
    {
        var made = await Get<AccountStore>().CreateAsync(email ?? $"{Guid.NewGuid():N}@people.example", null, DevelopmentSignIns.Password, TestContext.Current.CancellationToken);
        return made.Value.Id;
    }

    public static OrgContext Operator(OrgId org) => new(org, Actor.Operator("test"));

    public async ValueTask InitializeAsync()
    {
        var (app, owner) = await DemoDatabase.Shared.CopyAsync(KeysDirectory, CancellationToken.None);
        (AppConnectionString, OwnerConnectionString) = (app, owner);
        _host = await PreparedHost.BuildAsync(
            [
                "--environment=Development", $"--ConnectionStrings:Orchestrator={app}", $"--ConnectionStrings:OrchestratorOwner={owner}",
                $"--Keys:Directory={KeysDirectory}",
            ],
            HostPurpose.Verb, CancellationToken.None);
        await Get<SchemaGate>().PassAsync(CancellationToken.None);
        foreach (var step in Services.GetServices<IStartupStep>())
            await step.RunAsync(CancellationToken.None);
        Harborview = await Get<OrgList>().FindAsync("harborview", CancellationToken.None) ?? default;
        Marlow = await Get<OrgList>().FindAsync("marlow", CancellationToken.None) ?? default;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
