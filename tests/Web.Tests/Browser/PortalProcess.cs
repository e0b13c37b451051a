using System.Diagnostics;
using Orchestrator.Web.Hosting.PrivatePostgres;

namespace Orchestrator.Web.Tests.Browser;

/// <summary>The host as it is delivered: its own process on real Kestrel.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;

    private PortalProcess(Process process, Uri address, string folder) => (_process, Address, _folder) = (process, address, folder);

    public Uri Address { get; }

    /// <param name="database">Migrated already unless in Development.</param>
    /// <param name="keys">The folder of the key ring; a new one without it, which only Development fills.</param>
    /// <param name="environment">Development or Production.</param>
    /// <param name="at">Its address; a free one without it.</param>
    /// <param name="twilio">Where Twilio answers; the real one without it.</param>
    public static async Task<PortalProcess> StartAsync(
        (string App, string Owner) database, CancellationToken ct, string? keys = null, string environment = "Development", Uri? twilio = null, Uri? at = null)
    {
        var folder = Directory.CreateTempSubdirectory("orchestrator-portal-").FullName;
        var address = at ?? new Uri($"http://127.0.0.1:{LoopbackPort.ChooseFree()}");
        var start = new ProcessStartInfo("dotnet", [Program(), "serve", $"--urls={address}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = environment,
                // As behind a proxy that ends TLS.
                ["ConnectionStrings__Orchestrator"] = database.App,
                ["ConnectionStrings__OrchestratorOwner"] = database.Owner,
                ["Keys__Directory"] = keys ?? Path.Combine(folder, "keys"),
            },
        };
        if (twilio is not null)
            start.Environment["Twilio__ApiBaseUrl"] = start.Environment["Twilio__AccountsBaseUrl"] = start.Environment["Twilio__IamBaseUrl"] = twilio.ToString();
        var process = Process.Start(start) ?? throw new InvalidOperationException("The host did not start.");
        var output = new List<string>();
        var isReady = new TaskCompletionSource();
        void Read(string? line)
        {
            if (line is null)
                return;
            lock (output)
                output.Add(line);
            if (line.Contains("Orchestrator is ready", StringComparison.Ordinal) || line.Contains("Serving at", StringComparison.Ordinal))
                isReady.TrySetResult();
        }
        process.OutputDataReceived += (_, e) => Read(e.Data);
        process.ErrorDataReceived += (_, e) => Read(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        await Task.WhenAny(isReady.Task, process.WaitForExitAsync(ct), Task.Delay(TimeSpan.FromMinutes(2), ct));
        if (isReady.Task.IsCompleted)
            return new PortalProcess(process, address, folder);
        lock (output)
            throw new InvalidOperationException($"The host did not become ready:{Environment.NewLine}{string.Join(Environment.NewLine, output)}");
    }

    /// <summary>As <c>kill -9</c>; nothing happens when it has gone already.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    public Task ExitAsync(CancellationToken ct) => _process.WaitForExitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        if (!Directory.Exists(_folder))
            return;
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // Beside the tests' own output: …/tests/Web.Tests/bin/Debug/net10.0 and …/src/Orchestrator.Web/bin/Debug/net10.0.
    private static string Program()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration) = (here.Name, here.Parent!.Name);
        for (var folder = here; folder is not null; folder = folder.Parent)
        {
            var program = Path.Combine(folder.FullName, "src", "Orchestrator.Web", "bin", configuration, framework, "Orchestrator.Web.dll");
            if (File.Exists(program))
                return program;
        }
        throw new InvalidOperationException("Orchestrator.Web is not built.");
    }
}
