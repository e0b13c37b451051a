using System.Globalization;
using NodaTime;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary>Days, times and lists in the words of a voice: weekday and date always together, so that a caller hears a wrong day.</summary>
internal static class SpokenFormat
{
    /// <summary>From this far on the year is said too.</summary>
    private const int DaysWithoutYear = 300;

    /// <summary>"Tuesday, December 1" in the United States, "Tuesday 1 December" elsewhere.</summary>
    public static string Day(LocalDate date, LocalDate today, CultureInfo locale)
    {
        var words = IsMonthFirst(locale) ? date.ToString("dddd, MMMM d", locale) : date.ToString("dddd d MMMM", locale);
        var isFar = Period.DaysBetween(today, date) is > DaysWithoutYear or < 0;
        return isFar ? words + date.ToString(IsMonthFirst(locale) ? ", uuuu" : " uuuu", CultureInfo.InvariantCulture) : words;
    }

    /// <summary>"2:30 PM" in the United States, "2:30 pm" elsewhere; "noon" and "midnight".</summary>
    public static string Time(LocalTime time, CultureInfo locale)
    {
        if (time == LocalTime.Noon)
            return "noon";
        if (time == LocalTime.Midnight)
            return "midnight";
        var half = time.Hour < 12 ? "am" : "pm";
        return string.Create(CultureInfo.InvariantCulture, $"{time.ClockHourOfHalfDay}:{time.Minute:00} {(IsMonthFirst(locale) ? half.ToUpperInvariant() : half)}");
    }

    /// <summary>"Los Angeles time", from the zone's IANA name.</summary>
    public static string Zone(DateTimeZone zone) => $"{zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ')} time";

    /// <summary>"a, b or c".</summary>
    public static string Or(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} or {items[^1]}",
    };

    /// <summary>"30 seconds", "1 second".</summary>
    public static string Seconds(Duration span)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(span.TotalSeconds));
        return seconds == 1 ? "1 second" : string.Create(CultureInfo.InvariantCulture, $"{seconds} seconds");
    }

    private static bool IsMonthFirst(CultureInfo locale) => locale.DateTimeFormat.MonthDayPattern.StartsWith('M');
}
