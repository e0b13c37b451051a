using System.CommandLine;
using System.Text.Json;
using Npgsql;
using Orchestrator.Web.Hosting.PrivatePostgres;

namespace Orchestrator.Web.Hosting.Verbs;

/// <summary>The program's entry: which verb, and its exit code.</summary>
internal static class CommandLine
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { DictionaryKeyPolicy = null };

    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Define().Parse(ServeByDefault(arguments));
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(parsed.Errors[^1].Message);
            await Console.Error.WriteLineAsync("Use --help for the verbs and their options.");
            return ExitCode.Usage;
        }

        // Ctrl+C and SIGTERM cancel the token; what follows, stopping the private server included, takes the time it needs.
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(2) });
    }

    internal static RootCommand Define()
    {
        var root = new RootCommand("Orchestrator, the booking brain behind a clinic's AI receptionist.") { ServeVerb.Command() };
        foreach (var verb in VerbList.All)
            Add(root, verb);
        return root;
    }

    /// <summary>Runs what a verb or the host does and turns a refused start into its sentences and exit code 1.</summary>
    internal static async Task<int> GuardAsync(Func<Task<int>> work, CancellationToken ct)
    {
        try
        {
            return await work();
        }
        catch (Exception refused) when (refused is StartRefusedException or PrivatePostgresException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
        }
        catch (Exception failure) when (Listening.Refusal(failure) is not null)
        {
            await Console.Error.WriteLineAsync(Listening.Refusal(failure));
        }
        catch (Exception failure) when (DatabaseFailure(failure) is not null)
        {
            await Console.Error.WriteLineAsync($"The database failed us: {DatabaseFailure(failure)}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped before it was done.");
        }

        return ExitCode.Refused;
    }

    // Npgsql's messages name host, role and object, and neither passwords nor values of rows.
    private static string? DatabaseFailure(Exception failure)
    {
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            if (inner is PostgresException server)
                return server.MessageText;
            if (inner is NpgsqlException client)
                return client.Message.ReplaceLineEndings(" ");
        }
        return null;
    }

    // No verb means serve, also with the host's own options: --urls=…, --environment=….
    private static string[] ServeByDefault(string[] arguments) => arguments switch
    {
        ["-h" or "-?" or "--help" or "--version", ..] => arguments,
        [] => [ServeVerb.Name],
        [['-', ..], ..] => [ServeVerb.Name, .. arguments],
        _ => arguments,
    };

    private static void Add(Command root, IVerb verb)
    {
        var parent = root;
        var words = verb.Name.Split(' ');
        foreach (var word in words[..^1])
        {
            var group = parent.Subcommands.FirstOrDefault(c => c.Name == word);
            if (group is null)
                parent.Add(group = new Command(word, $"Verbs on {word}."));
            parent = group;
        }

        var json = new Option<bool>("--json") { Description = "The result as JSON on standard output." };
        var command = new Command(words[^1], verb.Description) { json };
        verb.Define(command);
        command.SetAction((parsed, ct) => GuardAsync(async () =>
        {
            var context = new VerbContext(parsed, Console.In, Console.Out, parsed.GetValue(json));
            return await WriteAsync(await verb.RunAsync(context, ct), context);
        }, ct));
        parent.Add(command);
    }

    private static async Task<int> WriteAsync(VerbOutcome outcome, VerbContext context)
    {
        if (context.IsJson && outcome.Json is { } json)
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(json, s_json));
        else
            await (outcome.IsDone ? context.Output : Console.Error).WriteAsync(string.Concat(outcome.Lines.Select(line => line + "\n")));
        return outcome.IsDone ? ExitCode.Done : ExitCode.Refused;
    }
}
