using System.Collections.Immutable;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Core.Tenancy;

/// <summary>A provider in the organization file.</summary>
public sealed record OrgFileProvider
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string LocationId { get; init; }

    public ImmutableArray<WeeklyWindow> WorkingHours { get; init; } = [];

    public ImmutableArray<WeeklyWindow> Breaks { get; init; } = [];

    public ImmutableArray<DateOverride> DateOverrides { get; init; } = [];

    public ImmutableArray<LocalRange> TimeOff { get; init; } = [];
}
