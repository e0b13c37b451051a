using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Orchestrator.Core.Scheduling;

/// <summary>What a spoken name can mean: one thing, several (the caller is asked which), or nothing known. Never a guess between two.</summary>
public sealed record NameMatch<T>(ImmutableArray<T> Candidates)
    where T : class
{
    public static readonly NameMatch<T> Unknown = new([]);

    public bool IsUnknown => Candidates.IsEmpty;

    /// <summary>More than one candidate, in the order of the organization file.</summary>
    public bool IsAmbiguous => Candidates.Length > 1;

    public bool TryGet([NotNullWhen(true)] out T? match)
    {
        match = Candidates is [var only] ? only : null;
        return match is not null;
    }
}
