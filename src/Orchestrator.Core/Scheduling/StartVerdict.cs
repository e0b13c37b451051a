using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>Whether one start can be claimed. Either <see cref="Candidates"/> has an entry or <see cref="Refusal"/> says why not.</summary>
public sealed record StartVerdict
{
    /// <summary>With whom it can be claimed, in the service's order.</summary>
    public required ImmutableArray<ClaimCandidate> Candidates { get; init; }

    public StartRefusal? Refusal { get; init; }

    /// <summary>The start and end of the visit, in the zone of the first candidate (of the first eligible provider when refused).</summary>
    public required ZonedDateTime Start { get; init; }

    public required ZonedDateTime End { get; init; }

    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsLegal => Refusal is null;
}
