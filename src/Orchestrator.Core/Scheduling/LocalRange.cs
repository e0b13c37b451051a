using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>A wall-clock stretch that may span days, [start, end), in the location's zone: time off.</summary>
public readonly record struct LocalRange(LocalDateTime Start, LocalDateTime End);
