using System.Diagnostics;
using Orchestrator.Web;

namespace Orchestrator.Web.Tests.Credentials;

/// <summary>The program as an operator runs it beside the hosts of a fixture.</summary>
internal static class VerbProcess
{
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(RotationFixture fixture, CancellationToken ct, params string[] arguments)
    {
        using var process = Start(fixture, arguments);
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var error = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, await output, await error);
    }

    public static Process Start(RotationFixture fixture, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(OrchestratorHost).Assembly.Location, .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" },
        };
        foreach (var setting in fixture.Settings())
        {
            var (name, value) = (setting[2..setting.IndexOf('=', StringComparison.Ordinal)], setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        return Process.Start(start)!;
    }
}
