using System.Collections.Immutable;

namespace Orchestrator.Core.Tenancy;

/// <summary>The organization file's <c>redaction</c>: a preset, and what becomes of single types instead. The redaction capability judges the names.</summary>
public sealed record OrgFileRedaction(string Preset, ImmutableSortedDictionary<string, string> Overrides)
{
    public static readonly OrgFileRedaction Default = new("clinic-default", ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));
}
