using Orchestrator.Web.Tests.Browser;
using Xunit;

namespace Orchestrator.Web.Tests.Identity;

/// <summary>The delivered host outside Development, on a database that Development made.</summary>
public sealed class ProductionHost : IAsyncLifetime
{
    private PortalProcess? _process;

    public PortalFixture Portal { get; } = new();

    public Uri Address => _process?.Address ?? throw new InvalidOperationException("The fixture is not initialized.");

    public async ValueTask InitializeAsync()
    {
        await Portal.InitializeAsync();
        _process = await PortalProcess.StartAsync((Portal.AppConnectionString, Portal.OwnerConnectionString), CancellationToken.None, Portal.KeysDirectory, "Production");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        await Portal.DisposeAsync();
    }
}
