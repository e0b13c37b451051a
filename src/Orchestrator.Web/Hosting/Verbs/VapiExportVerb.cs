using System.CommandLine;
using Microsoft.Extensions.Options;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Hosting.Settings;
using Orchestrator.Web.Vapi.Export;

namespace Orchestrator.Web.Hosting.Verbs;

internal sealed class VapiExportVerb : IVerb
{
    private static readonly Uri Local = new("http://localhost:5080");

    private readonly Option<string> _org = new("--org") { Description = "The organization.", Required = true };
    private readonly Option<string> _out = new("--out") { Description = "The folder to write to; made where it is missing.", Required = true };
    private readonly Option<string?> _credential = new("--credential") { Description = "Id of the credential in Vapi that carries the organization's webhook secret." };

    public string Name => "vapi export";

    public string Description => "Writes an organization's tool and assistant definitions for Vapi's API.";

    public void Define(Command command)
    {
        command.Options.Add(_org);
        command.Options.Add(_out);
        command.Options.Add(_credential);
    }

    public async Task<VerbOutcome> RunAsync(VerbContext context, CancellationToken ct)
    {
        var (slug, folder, credential) = (context.Parsed.GetRequiredValue(_org), context.Parsed.GetRequiredValue(_out), context.Parsed.GetValue(_credential));
        await using var host = await PreparedHost.ForVerbAsync(ct);
        if (await host.Services.GetRequiredService<OrgList>().FindAsync(slug, ct) is not { } org
            || await host.Services.GetRequiredService<OrgStore>().LoadAsync(new OrgContext(org, Actor.Operator(Name)), ct) is not { } stored)
            return VerbOutcome.Refused($"There is no organization {slug}.");

        var address = host.Services.GetRequiredService<IOptions<PublicAddressOptions>>().Value.PublicBaseUrl;
        var definitions = AgentExport.Create(stored.File, address ?? Local, credential);
        var written = new List<string>();
        try
        {
            foreach (var definition in definitions)
            {
                var path = Path.Combine(folder, definition.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, definition.Json + "\n", ct);
                written.Add(path);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return VerbOutcome.Refused($"{folder} cannot be written: {fault.Message}");
        }

        List<string> notes = [];
        if (address is null)
            notes.Add($"PublicBaseUrl is not set, so the definitions name {Local}, which Vapi cannot reach.");
        if (credential is null)
            notes.Add($"Make a credential in Vapi with the organization's webhook secret (header X-Vapi-Secret) and export again with --credential, or put its id in place of {AgentExport.NoCredential}.");
        return VerbOutcome.Done(new { written, notes }, [.. written.Select(path => $"Wrote {path}"), .. notes]);
    }
}
