using System.CommandLine;
using System.Text;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Redaction.Policies;
using Orchestrator.Core.Tenancy;

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
        if (context.Parsed.GetValue(_org) is not { } slug)
            return await RunAsync(new RedactionJsonLines(new TranscriptRedactor(), preset ?? RedactionPresets.ClinicDefault), ct);

        await using var host = await PreparedHost.ForVerbAsync(ct);
        if (await host.Services.GetRequiredService<OrgList>().FindAsync(slug, ct) is not { } org
            || await host.Services.GetRequiredService<OrgStore>().LoadAsync(new OrgContext(org, Actor.Operator(Name)), ct) is not { } stored)
            return VerbOutcome.Refused($"There is no organization {slug}.");
        var inForce = await host.Services.GetRequiredService<RedactionPolicies>().InForceAsync(org, ct);
        // The named preset as it ships, with the organization's terms; or all that the organization decided.
        var policy = preset is null
            ? inForce.Policy
            : (PolicyRules.Default with { Preset = preset.Name, AllowTerms = inForce.Rules.AllowTerms, DenyTerms = inForce.Rules.DenyTerms }).ToPolicy(preset.Version).Value;
        var providers = stored.File.Providers.Select(provider => new KnownValue(provider.Name, EntityType.ProviderName));
        return await RunAsync(new RedactionJsonLines(host.Services.GetRequiredService<ITranscriptRedactor>(), policy, [.. providers]), ct);
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
