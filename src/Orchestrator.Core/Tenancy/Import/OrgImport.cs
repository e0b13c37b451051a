using System.Collections.Immutable;

namespace Orchestrator.Core.Tenancy;

/// <summary>What an import did.</summary>
/// <param name="Org">The organization.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="IsNew">It was created.</param>
/// <param name="Changes">What changed, as paths of the file with old and new value; secrets are named and never shown. Empty when nothing did.</param>
public sealed record OrgImport(OrgId Org, string Slug, bool IsNew, ImmutableArray<string> Changes);
