using System.Collections.Immutable;
using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>One free start with everybody who is free then.</summary>
/// <param name="Start">Start of the visit, in the zone of the first provider's location.</param>
/// <param name="End">End of the visit, without buffers, in the same zone.</param>
/// <param name="ProviderIds">Who is free, in the service's order; at least one.</param>
public sealed record Slot(ZonedDateTime Start, ZonedDateTime End, ImmutableArray<Guid> ProviderIds)
{
    public bool Equals(Slot? other) =>
        other is not null && Start == other.Start && End == other.End && ProviderIds.AsSpan().SequenceEqual(other.ProviderIds.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Start, End, ProviderIds.Length);
}
