using System.CommandLine;
using Orchestrator.Core.Auditing;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Hosting.Verbs;

internal sealed class AuditVerifyVerb : IVerb
{
    private readonly Option<string?> _org = new("--org") { Description = "One organization's slug; all without it." };

    public string Name => "audit verify";

    public string Description => "Walks the audit chains; exit code 1 on the first break, which it names.";

    public void Define(Command command) => command.Options.Add(_org);

    public async Task<VerbOutcome> RunAsync(VerbContext context, CancellationToken ct)
    {
        var slug = context.Parsed.GetValue(_org);
        await using var host = await PreparedHost.ForVerbAsync(ct);
        var orgs = (await host.Services.GetRequiredService<OrgList>().AllAsync(ct)).Where(org => slug is null || org.Slug == slug).ToList();
        if (slug is not null && orgs.Count == 0)
            return VerbOutcome.Refused($"There is no organization {slug}.");
        var verifier = host.Services.GetRequiredService<AuditVerifier>();
        var (lines, chains) = (new List<string>(), new List<object>());
        foreach (var (id, name) in orgs)
        {
            var walked = await verifier.VerifyAsync(new OrgContext(id, Actor.Operator(Name)), ct);
            if (!walked.TryGet(out var proof, out var fault))
                return VerbOutcome.Refused(new { org = name, row = fault.Seq, fault.Reason }, $"{name}: the chain breaks at row {fault.Seq}: {fault.Reason}.");
            lines.Add($"{name}: {proof.Rows} rows, head {Convert.ToHexStringLower(proof.Head)}.");
            chains.Add(new { org = name, rows = proof.Rows, head = Convert.ToHexStringLower(proof.Head) });
        }
        return VerbOutcome.Done(chains, lines);
    }
}
