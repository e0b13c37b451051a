using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>Starts from <paramref name="From"/> (included) until <paramref name="Until"/> (not included; null is midnight), local time of day.</summary>
public readonly record struct TimeWindow(LocalTime From, LocalTime? Until = null)
{
    public bool Contains(LocalTime time) => time >= From && (Until is not { } until || time < until);
}
