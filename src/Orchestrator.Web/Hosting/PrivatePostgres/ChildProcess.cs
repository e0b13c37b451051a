using System.ComponentModel;
using System.Diagnostics;

namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>Runs a short-lived program to its end and gives what it printed.</summary>
internal static class ChildProcess
{
    internal sealed record Outcome(int ExitCode, string Output, string Error)
    {
        public bool Succeeded => ExitCode == 0;

        public string LastLine => (Error + Output)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .LastOrDefault() ?? $"exit code {ExitCode}";
    }

    public static async Task<Outcome> RunAsync(IEnumerable<string> command, TimeSpan timeout, CancellationToken ct, string workingDirectory = "/")
    {
        var words = command.ToArray();
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory,
        };
        PrepareEnvironment(start.Environment);

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception failure)
        {
            return new Outcome(127, "", failure.Message);
        }

        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(timeout);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var error = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new Outcome(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            // Only the program itself: pg_ctl's child is the server, which must outlive it.
            process.Kill();
            ct.ThrowIfCancellationRequested();
            return new Outcome(124, "", $"{Path.GetFileName(words[0])} did not finish within {timeout.TotalSeconds:0} s");
        }
    }

    // Messages are read by us, so in English; and PGDATA, PGPORT and the like of the operator's shell are not about this server.
    private static void PrepareEnvironment(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToArray())
            environment.Remove(name);
        environment["LC_ALL"] = "C";
        environment["LANG"] = "C";
    }
}
