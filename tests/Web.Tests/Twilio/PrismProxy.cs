using System.Diagnostics;

namespace Orchestrator.Web.Tests.Twilio;

/// <summary>
/// Prism between us and the stand-in: it holds every request and answer against a specification and answers 500 where one
/// breaks it. Installed once into a cache folder by npm.
/// </summary>
internal sealed class PrismProxy : IAsyncDisposable
{
    private const string Package = "@stoplight/prism-cli";
    private const string Version = "5.16.0";

    private readonly Process _process;

    private PrismProxy(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>The command, or why there is none.</summary>
    public static async Task<(string? Path, string? Reason)> FindAsync(CancellationToken ct)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
            return (null, "Prism is started on Linux and macOS only.");
        var cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "orchestrator-tests", $"prism-{Version}");
        var command = Path.Combine(cache, "node_modules", ".bin", "prism");
        if (File.Exists(command))
            return (command, null);
        Directory.CreateDirectory(cache);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(TimeSpan.FromMinutes(3));
            using var npm = Start("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", cache, $"{Package}@{Version}"]);
            await npm.WaitForExitAsync(limit.Token);
            return File.Exists(command) ? (command, null) : (null, $"npm could not install {Package} {Version}.");
        }
        catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or OperationCanceledException)
        {
            return (null, "npm is missing or too slow.");
        }
    }

    public static async Task<PrismProxy> StartAsync(string command, string specification, Uri upstream, CancellationToken ct)
    {
        var address = TwilioBench.NobodyListens();
        var process = Start(command, ["proxy", "--errors", "-h", "127.0.0.1", "-p", $"{address.Port}", specification, upstream.AbsoluteUri]);
        var proxy = new PrismProxy(process, address);
        using var client = new HttpClient();
        for (var tries = 0; !process.HasExited && tries < 600; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(address, "/"), ct);
                return proxy;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100, ct);
            }
        }

        await proxy.DisposeAsync();
        throw new InvalidOperationException("Prism did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Start(string file, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
