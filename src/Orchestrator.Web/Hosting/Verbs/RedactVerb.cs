using System.CommandLine;
using System.Text;
using Orchestrator.Core.Redaction;

namespace Orchestrator.Web.Hosting.Verbs;

/// <summary>
/// Lines of JSON in, redacted lines out. Without <c>--org</c> nothing but the engine is touched: no settings, no keys, no
/// database, no host.
/// </summary>
internal sealed class RedactVerb : IVerb
{
    private readonly Option<string?> _policy = new("--policy")
    {
        Description = $"{string.Join(", ", RedactionPresets.All.Select(preset => preset.Name))}; {RedactionPresets.ClinicDefault.Name} without it.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _org = new("--org")
    {
        Description = "An organization's slug: its own policy (unless --policy names one), its terms and its providers' names.",
        HelpName = "SLUG",
    };

    public string Name => "redact";

    public string Description => "Hides personal data: reads lines of {\"id\",\"text\",\"known\"?} and writes lines of {\"id\",\"redacted\",\"spans\"}.";

    public void Define(Command command)
    {
        _policy.AcceptOnlyFromAmong([.. RedactionPresets.All.Select(preset => preset.Name)]);
        command.Options.Add(_policy);
        command.Options.Add(_org);
    }

    public async Task<VerbOutcome> RunAsync(VerbContext context, CancellationToken ct)
    {
        var preset = RedactionPresets.Find(context.Parsed.GetValue(_policy));
        return await RunAsync(new RedactionJsonLines(new TranscriptRedactor(), preset ?? RedactionPresets.ClinicDefault), ct);
    }

    private static async Task<VerbOutcome> RunAsync(RedactionJsonLines lines, CancellationToken ct)
    {
        // JSON is UTF-8 whatever the terminal's language is.
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var input = new StreamReader(Console.OpenStandardInput(), utf8);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
        var bad = await lines.RunAsync(input, output, Console.Error, ct);
        return bad == 0 ? VerbOutcome.Streamed : VerbOutcome.Refused($"{bad} of the lines could not be read; all others were redacted.") with { Json = null };
    }
}
