using System.Collections.Immutable;
using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>What a patient can book: how long it takes, who does it, and what it needs.</summary>
public sealed record Service
{
    /// <summary>The database id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organization file's id, the only id the outside sees.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    /// <summary>Length of the visit in elapsed time, more than zero.</summary>
    public required Duration Duration { get; init; }

    /// <summary>Time of the provider before the visit. Not opening hours: it may lie before opening or in a break.</summary>
    public Duration BufferBefore { get; init; } = Duration.Zero;

    /// <summary>Time of the provider after the visit. Not opening hours: it may lie past closing or in a break.</summary>
    public Duration BufferAfter { get; init; } = Duration.Zero;

    /// <summary>Own grid in minutes (a divisor of 60); null means the organization's.</summary>
    public int? SlotIntervalMinutes { get; init; }

    /// <summary>Own minimum notice; null means the organization's.</summary>
    public Duration? MinNotice { get; init; }

    /// <summary>Own horizon in days; null means the organization's.</summary>
    public int? HorizonDays { get; init; }

    /// <summary>How many bookings of this service share one start of one provider; 1 is an ordinary visit.</summary>
    public int Capacity { get; init; } = 1;

    /// <summary>The type of room a visit takes at the provider's location; null means none.</summary>
    public string? RequiresRoomType { get; init; }

    /// <summary>Who offers it, in the order in which offers name them.</summary>
    public ImmutableArray<Guid> ProviderIds { get; init; } = [];

    public bool IsGroup => Capacity > 1;
}
