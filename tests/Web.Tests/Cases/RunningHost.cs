using System.Diagnostics;
using Orchestrator.Web.Tests.Hosting;
using Orchestrator.Web.Tests.Hosting.Verbs;

namespace Orchestrator.Web.Tests.Cases;

/// <summary>The program in Development with a private server of its own, as the shared runners meet it.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly Process _process;

    private RunningHost(Process process, string dataDirectory, string address) => (_process, DataDirectory, Address) = (process, dataDirectory, address);

    public string DataDirectory { get; }

    public string Address { get; }

    public static async Task<RunningHost> StartAsync(CancellationToken ct, string? dataDirectory = null, params string[] arguments)
    {
        var folder = dataDirectory ?? TestPostgres.NewFolder();
        var process = OrchestratorProcess.Start(folder, "Development", arguments);
        process.StandardInput.Close();
        var address = await OrchestratorProcess.AddressAsync(process, ct);
        // Unread pipes fill up and stop the host.
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        return new RunningHost(process, folder, address);
    }

    public async Task<string> ImportAsync(IEnumerable<string> files, CancellationToken ct)
    {
        var (exitCode, output, error) = await OrchestratorProcess.RunAsync(DataDirectory, "Development", ["org", "import", .. files], ct);
        return exitCode == 0 ? output : throw new InvalidOperationException(output + error);
    }

    /// <summary>Ends as an operator would, so that the private server stops too.</summary>
    public async Task StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
            await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await StopAsync();
        _process.Dispose();
        if (Directory.Exists(DataDirectory))
            Directory.Delete(DataDirectory, recursive: true);
    }
}
