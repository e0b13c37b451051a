using System.CommandLine;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Hosting.Database;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Hosting.Verbs;

/// <summary>The host itself, and what is meant when no verb is named.</summary>
internal static partial class ServeVerb
{
    public const string Name = "serve";

    public static Command Command()
    {
        var command = new Command(Name, "Serves until Ctrl+C; what is meant without a verb. Takes the host's own options, such as --urls=http://localhost:5081.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction((parsed, ct) => CommandLine.GuardAsync(async () =>
        {
            if (FirstStrayWord(parsed.UnmatchedTokens) is { } stray)
            {
                await Console.Error.WriteLineAsync($"{Name} does not know '{stray}'.");
                return ExitCode.Usage;
            }

            await RunAsync(parsed.UnmatchedTokens, ct);
            return ExitCode.Done;
        }, ct));
        return command;
    }

    // A value of its own follows an option without "=".
    internal static string? FirstStrayWord(IReadOnlyList<string> words) => words
        .Where((word, i) => !word.StartsWith('-') && (i == 0 || !words[i - 1].StartsWith('-') || words[i - 1].Contains('=', StringComparison.Ordinal)))
        .FirstOrDefault();

    private static async Task RunAsync(IReadOnlyList<string> hostArguments, CancellationToken ct)
    {
        await using var host = await PreparedHost.BuildAsync(hostArguments, HostPurpose.Serve, ct);
        await host.Services.GetRequiredService<SchemaGate>().PassAsync(ct);
        foreach (var step in host.Services.GetServices<IStartupStep>())
            await step.RunAsync(ct);

        // An installation may have been begun with clinics of its own.
        var slugs = (await host.Services.GetRequiredService<OrgList>().AllAsync(ct)).Select(org => org.Slug);
        string[] demo = [.. DemoClinics.Slugs.Intersect(slugs)];
        host.App.Lifetime.ApplicationStarted.Register(() => Announce(host, demo));
        await host.App.StartAsync(ct);
        await host.App.WaitForShutdownAsync(ct);
    }

    private static void Announce(PreparedHost host, IEnumerable<string> demo)
    {
        var addresses = string.Join(", ", Listening.Addresses(host.Services));
        Log.Serving(host.App.Logger, addresses);
        if (host.App.Environment.IsDevelopment())
            Console.Out.WriteLine($"{Environment.NewLine}  Orchestrator is ready: {addresses}{Environment.NewLine}{SignIns(demo)}  Ctrl+C stops it; the data stays for the next start.{Environment.NewLine}");
    }

    private static string SignIns(IEnumerable<string> demo)
    {
        var lines = demo
            .SelectMany(slug => DevelopmentSignIns.Roles.Select(role => DevelopmentSignIns.EmailOf(role, slug)))
            .Append(DevelopmentSignIns.PlatformAdmin)
            .Select(email => $"    {email}{Environment.NewLine}");
        return $"{Environment.NewLine}  Demo sign-ins, password {DevelopmentSignIns.Password}{Environment.NewLine}{string.Concat(lines)}{Environment.NewLine}";
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Serving at {Addresses}.")]
        public static partial void Serving(ILogger logger, string addresses);
    }
}
