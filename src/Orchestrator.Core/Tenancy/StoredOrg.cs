namespace Orchestrator.Core.Tenancy;

/// <summary>An organization's configuration as stored.</summary>
/// <param name="File">As an export would write it: secrets masked, nothing under <c>existing</c>.</param>
/// <param name="Version">Rises with every change.</param>
/// <param name="Ids">Database ids of the file's ids.</param>
public sealed record StoredOrg(OrgFile File, long Version, IReadOnlyDictionary<(OrgFileKind Kind, string Key), Guid> Ids);
