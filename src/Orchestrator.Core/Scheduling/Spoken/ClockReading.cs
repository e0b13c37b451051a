using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>A clock time as said: with am or pm, of twenty-four hours, or open between the two halves of the day.</summary>
/// <param name="Hour">0 to 23 when certain, else 1 to 12.</param>
/// <param name="Minute">0 to 59.</param>
/// <param name="IsCertain">Whether the half of the day is known.</param>
internal readonly record struct ClockReading(int Hour, int Minute, bool IsCertain)
{
    /// <summary>The reading of daytime, 7:00 to 18:59.</summary>
    public LocalTime Likely => IsCertain ? new LocalTime(Hour, Minute) : new LocalTime(Hour is >= 7 and <= 12 ? Hour : Hour + 12, Minute);

    public LocalTime? Other => IsCertain ? null : Likely.PlusHours(12);

    public static ClockReading Certain(int hour, int minute) => new(hour, minute, true);

    /// <summary>Null when no clock shows it.</summary>
    public static ClockReading? TryMake(int hour, int minute, bool isTwentyFour) =>
        hour is < 0 or > 23 || minute is < 0 or > 59 ? null : new ClockReading(hour, minute, isTwentyFour || hour is 0 or > 12);

    /// <summary>Null when the half contradicts: "15:00 am".</summary>
    /// <param name="half">0 for before noon, 12 for after.</param>
    public ClockReading? InHalf(int half)
    {
        if (Hour > 12) return half == 12 ? this : null;
        if (Hour == 0) return half == 0 ? this : null;

        return Certain((Hour % 12) + half, Minute);
    }
}
