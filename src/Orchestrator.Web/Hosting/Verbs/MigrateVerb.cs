using System.CommandLine;
using Orchestrator.Web.Hosting.Database;

namespace Orchestrator.Web.Hosting.Verbs;

internal sealed class MigrateVerb : IVerb
{
    public string Name => "migrate";

    public string Description => "Brings the schema to the newest version, as the role that owns it.";

    public void Define(Command command)
    {
    }

    public async Task<VerbOutcome> RunAsync(VerbContext context, CancellationToken ct)
    {
        await using var host = await PreparedHost.ForVerbOnAnySchemaAsync(ct);
        var applied = await host.Services.GetRequiredService<SchemaGate>().MigrateAsync(ct);
        return VerbOutcome.Done(new { applied }, applied.Count == 0 ? ["The schema is current."] : [.. applied.Select(name => $"Applied {name}.")]);
    }
}
