using System.CommandLine;
using Orchestrator.Web.Hosting.Doctor;

namespace Orchestrator.Web.Hosting.Verbs;

internal sealed class DoctorVerb : IVerb
{
    private readonly Option<bool> _probe = new("--probe") { Description = "Signs in to Twilio with every clinic's active credential too." };

    public string Name => "doctor";

    public string Description => "Checks database, roles, schema, keys, Twilio and clock; one line each.";

    public void Define(Command command) => command.Options.Add(_probe);

    public async Task<VerbOutcome> RunAsync(VerbContext context, CancellationToken ct)
    {
        await using var host = await PreparedHost.ForVerbOnAnySchemaAsync(ct);
        host.Services.GetRequiredService<DoctorDepth>().SignsIn = context.Parsed.GetValue(_probe);
        var findings = new List<(string Name, Finding Finding)>();
        foreach (var check in host.Services.GetServices<IDoctorCheck>())
        {
            var isBlind = check.NeedsSchema && findings.Any(f => f.Name == SchemaDoctor.Key && !f.Finding.IsGood);
            findings.Add((check.Name, isBlind ? Finding.Bad("not checked: it needs this version's schema") : await FindAsync(check, ct)));
        }

        var lines = findings.Select(f => $"{(f.Finding.IsGood ? "ok  " : "BAD ")} {f.Name}: {f.Finding.Text}").ToArray();
        var json = new { checks = findings.Select(f => new { name = f.Name, ok = f.Finding.IsGood, text = f.Finding.Text }) };
        return findings.All(f => f.Finding.IsGood) ? VerbOutcome.Done(json, lines) : VerbOutcome.Refused(json, lines);
    }

    // One check that breaks must not keep the others from being seen.
    private static async Task<Finding> FindAsync(IDoctorCheck check, CancellationToken ct)
    {
        try
        {
            return await check.CheckAsync(ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return Finding.Bad(failure.Message.ReplaceLineEndings(" "));
        }
    }
}
