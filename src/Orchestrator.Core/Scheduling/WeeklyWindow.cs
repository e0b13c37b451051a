using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>
/// A stretch of wall-clock time that comes back every week, in the location's zone: [<paramref name="Start"/>, <paramref name="End"/>).
/// An end that is not after its start is on the next day; the window belongs to the day it starts.
/// </summary>
public sealed record WeeklyWindow(WeekDays Days, LocalTime Start, LocalTime End);
