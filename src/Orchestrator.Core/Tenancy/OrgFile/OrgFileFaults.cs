using System.Collections.Immutable;

namespace Orchestrator.Core.Tenancy;

/// <summary>Everything wrong with an organization file, at least one fault, in the order found.</summary>
public sealed record OrgFileFaults(ImmutableArray<OrgFileFault> All)
{
    public override string ToString() => string.Join(Environment.NewLine, All);
}
