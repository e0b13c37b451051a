using NodaTime;
using NodaTime.Text;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Core.Tenancy;

/// <summary>How an organization file writes times, days and the like, in both directions.</summary>
internal static class FileValues
{
    public static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    public static readonly LocalDatePattern Date = LocalDatePattern.Iso;
    public static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    public static readonly InstantPattern Instant = InstantPattern.ExtendedIso;

    /// <summary>The file's names of the days, Monday first, as in RFC 5545.</summary>
    public static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    private static readonly LocalDateTimePattern LocalWithSeconds = LocalDateTimePattern.ExtendedIso;
    private static readonly OffsetDateTimePattern Offset = OffsetDateTimePattern.ExtendedIso;
    private static readonly OffsetDateTimePattern OffsetWithoutSeconds = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>");

    public static string Format(LocalDateTime local) => local.Second == 0 && local.NanosecondOfSecond == 0 ? Local.Format(local) : LocalWithSeconds.Format(local);

    public static LocalTime? ParseTime(string text) => Time.Parse(text) is { Success: true } parsed ? parsed.Value : null;

    public static LocalDate? ParseDate(string text) => Date.Parse(text) is { Success: true } parsed && IsUsable(parsed.Value) ? parsed.Value : null;

    public static LocalDateTime? ParseLocal(string text)
    {
        var parsed = Local.Parse(text);
        if (!parsed.Success)
            parsed = LocalWithSeconds.Parse(text);
        return parsed.Success && IsUsable(parsed.Value.Date) ? parsed.Value : null;
    }

    /// <summary>A time with its offset or Z; a time without one names no instant.</summary>
    public static Instant? ParseInstant(string text) =>
        Offset.Parse(text) is { Success: true } parsed ? parsed.Value.ToInstant()
        : OffsetWithoutSeconds.Parse(text) is { Success: true } small ? small.Value.ToInstant()
        : null;

    /// <summary>Leaves room on both sides of the calendar for zones, buffers and the day after.</summary>
    private static bool IsUsable(LocalDate date) => date.Year is >= 1900 and <= 9998;

    public static WeekDays? ParseDay(string text) => Array.IndexOf(Days, text) is var i and >= 0 ? (WeekDays)(1 << i) : null;
}
