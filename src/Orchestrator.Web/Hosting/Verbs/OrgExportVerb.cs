using System.CommandLine;
using System.Text;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Hosting.Verbs;

internal sealed class OrgExportVerb : IVerb
{
    private readonly Argument<string> _slug = new("SLUG") { Description = "The organization." };

    public string Name => "org export";

    public string Description => "Writes an organization as a file, secrets masked.";

    public void Define(Command command) => command.Arguments.Add(_slug);

    public async Task<VerbOutcome> RunAsync(VerbContext context, CancellationToken ct)
    {
        var slug = context.Parsed.GetRequiredValue(_slug);
        await using var host = await PreparedHost.ForVerbAsync(ct);
        if (await host.Services.GetRequiredService<OrgList>().FindAsync(slug, ct) is not { } org
            || await host.Services.GetRequiredService<OrgStore>().LoadAsync(new OrgContext(org, Actor.Operator(Name)), ct) is not { } stored)
            return VerbOutcome.Refused($"There is no organization {slug}.");
        await context.Output.WriteAsync(Encoding.UTF8.GetString(OrgFileWriter.Write(stored.File)));
        return VerbOutcome.Streamed;
    }
}
