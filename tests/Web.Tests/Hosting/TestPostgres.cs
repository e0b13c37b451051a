using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Orchestrator.Web.Hosting.PrivatePostgres;
using Xunit;

namespace Orchestrator.Web.Tests.Hosting;

/// <summary>
/// One private server for a test assembly, in a folder of its own under the temporary folder; use as an assembly or
/// collection fixture. Each test class takes a database of its own with <see cref="NewDatabaseAsync"/>.
/// </summary>
public sealed class TestPostgres : IAsyncLifetime
{
    private const string Prefix = "orchestrator-test-";

    private PrivatePostgresServer? _server;

    public PrivatePostgresServer Server => _server ?? throw new InvalidOperationException("The fixture is not initialized.");

    public async ValueTask InitializeAsync()
    {
        await RemoveAbandonedAsync();
        _server = await PrivatePostgresServer.StartAsync(new EmbeddedPostgresOptions { DataDirectory = NewFolder() }, NullLogger.Instance, CancellationToken.None);
    }

    public Task<(string App, string Owner)> NewDatabaseAsync(CancellationToken ct) => Server.CreateDatabaseAsync($"t{Guid.NewGuid():N}", ct);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _server, null) is not { } server)
            return;

        await server.DisposeAsync();
        Directory.Delete(server.DataDirectory, recursive: true);
    }

    /// <summary>A folder that the next run removes if this one is killed.</summary>
    public static string NewFolder() => Path.Combine(Path.GetTempPath(), $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}");

    // A run that was killed leaves its server behind.
    private static async Task RemoveAbandonedAsync()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (!int.TryParse(owner, CultureInfo.InvariantCulture, out var pid) || Postmaster.IsAlive(pid))
                continue;

            try
            {
                if (File.Exists(Path.Combine(folder, "pgdata", "postmaster.pid")))
                    await (await PrivatePostgresServer.StartAsync(new EmbeddedPostgresOptions { DataDirectory = folder }, NullLogger.Instance, CancellationToken.None)).DisposeAsync();
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception failure) when (failure is PrivatePostgresException or IOException)
            {
                // Another run was quicker.
            }
        }
    }
}
