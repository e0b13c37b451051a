using System.Collections.Immutable;

namespace Orchestrator.Core.Scheduling;

/// <summary>Who sees patients, and when. All wall-clock times are in the location's zone.</summary>
public sealed record Provider
{
    /// <summary>The database id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organization file's id, the only id the outside sees.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required Guid LocationId { get; init; }

    public ImmutableArray<WeeklyWindow> WorkingHours { get; init; } = [];

    public ImmutableArray<WeeklyWindow> Breaks { get; init; } = [];

    public ImmutableArray<DateOverride> DateOverrides { get; init; } = [];

    public ImmutableArray<LocalRange> TimeOff { get; init; } = [];
}
