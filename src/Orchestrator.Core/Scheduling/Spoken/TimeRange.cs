using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>A range of clock time within one day.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive; null means to the end of the day.</param>
public readonly record struct TimeRange(LocalTime From, LocalTime? To)
{
    public bool Contains(LocalTime time) => time >= From && (To is null || time < To);

    public static TimeRange Of(DayPart part) => part switch
    {
        DayPart.Morning => new(LocalTime.Midnight, new LocalTime(12, 0)),
        DayPart.Afternoon => new(new LocalTime(12, 0), new LocalTime(17, 0)),
        DayPart.Evening => new(new LocalTime(17, 0), null),
    };
}
