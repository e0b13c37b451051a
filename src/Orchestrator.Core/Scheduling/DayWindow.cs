using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>A wall-clock stretch of one date, [start, end); an end that is not after its start is on the next day.</summary>
public readonly record struct DayWindow(LocalTime Start, LocalTime End);
