using System.CommandLine;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Hosting.Verbs;

internal sealed class OrgImportVerb : IVerb
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "Organization files (orchestrator-org/1).", Arity = ArgumentArity.OneOrMore };

    public string Name => "org import";

    public string Description => "Makes each organization what its file says, all or nothing per file.";

    public void Define(Command command) => command.Arguments.Add(_files);

    public async Task<VerbOutcome> RunAsync(VerbContext context, CancellationToken ct)
    {
        var files = context.Parsed.GetRequiredValue(_files);
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing)
            return VerbOutcome.Refused($"There is no file {missing}.");
        await using var host = await PreparedHost.ForVerbAsync(ct);
        var importer = host.Services.GetRequiredService<OrgImporter>();
        var (lines, results, isDone) = (new List<string>(), new List<object>(), true);
        foreach (var file in files)
        {
            var imported = await importer.ImportAsync(await File.ReadAllBytesAsync(file, ct), Actor.Operator(Name), ct);
            if (imported.TryGet(out var done, out var faults))
            {
                lines.Add(Summary(done));
                lines.AddRange(done.Changes.Select(change => $"  {change}"));
                results.Add(new { file, slug = done.Slug, created = done.IsNew, changes = done.Changes });
            }
            else
            {
                isDone = false;
                lines.Add($"{file} was refused; nothing of it was imported:");
                lines.AddRange(faults.All.Select(fault => $"  {fault}"));
                results.Add(new { file, refused = faults.All.Select(fault => new { path = fault.Path, message = fault.Message }) });
            }
        }
        return isDone ? VerbOutcome.Done(results, lines) : VerbOutcome.Refused(results, lines);
    }

    private static string Summary(OrgImport done) => (done.IsNew, done.Changes.Length) switch
    {
        (true, _) => $"{done.Slug}: created.",
        (false, 0) => $"{done.Slug}: unchanged.",
        (false, var count) => $"{done.Slug}: {count} changes.",
    };
}
