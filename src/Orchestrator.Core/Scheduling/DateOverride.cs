using System.Collections.Immutable;
using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>
/// The hours of one date, in place of that day's weekly hours; no windows means a day off. Breaks still apply, a closure wins.
/// Several overrides of one date add up.
/// </summary>
public sealed record DateOverride(LocalDate Date, ImmutableArray<DayWindow> Windows);
