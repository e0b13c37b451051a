using System.Diagnostics;
using Orchestrator.Web.Hosting;

namespace Orchestrator.Web.Tests.Hosting.Verbs;

/// <summary>The program as an operator starts it, from another folder than its own.</summary>
internal static class OrchestratorProcess
{
    public static Process Start(string dataDirectory, string environment, params string[] arguments) => Start(dataDirectory, environment, arguments, null);

    private static Process Start(string dataDirectory, string environment, string[] arguments, IReadOnlyDictionary<string, string>? settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(OrchestratorHost).Assembly.Location, .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = environment,
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["EmbeddedPostgres__DataDirectory"] = dataDirectory,
            },
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string dataDirectory, string environment, string[] arguments, CancellationToken ct, IReadOnlyDictionary<string, string>? settings = null)
    {
        using var process = Start(dataDirectory, environment, arguments, settings);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Reads the host's log until it serves.</summary>
    public static async Task<string> AddressAsync(Process host, CancellationToken ct)
    {
        while (await host.StandardOutput.ReadLineAsync(ct) is { } line)
        {
            if (line.Contains("is ready: ", StringComparison.Ordinal))
                return line[(line.IndexOf("is ready: ", StringComparison.Ordinal) + 10)..];
        }

        throw new InvalidOperationException("The host ended: " + await host.StandardError.ReadToEndAsync(ct));
    }
}
