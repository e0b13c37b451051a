using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>What facts about a day come to on the calendar.</summary>
internal static class DateFacts
{
    public static DateFact Dated(int year, int month, int day) => Calendar.TryNamed(year, month, day) is { } date ? new DateFact.Exact(date) : new DateFact.Impossible();

    public static DateFact MonthDay(int month, int day, int? year)
    {
        if (year is { } known) return Dated(known, month, day);
        return Calendar.CanExist(month, day) ? new DateFact.MonthDay(month, day) : new DateFact.Impossible();
    }

    public static DateFact DayOfMonth(int day) => day is >= 1 and <= 31 ? new DateFact.DayOfMonth(day) : new DateFact.Impossible();

    /// <summary>The one day a fact comes to; null for spans and what is unclear or impossible.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="from">The day from which days without a year or month count: today, or the beginning of a range.</param>
    public static LocalDate? ToDate(DateFact fact, LocalDate from) => fact switch
    {
        DateFact.Exact exact => exact.Date,
        DateFact.MonthDay it => Calendar.OnOrAfter(from, it.Month, it.Day),
        DateFact.DayOfMonth it => Calendar.OnOrAfter(from, it.Day),
        DateFact.Weekday it => it.MayBeToday && from.DayOfWeek == it.Day ? from : Calendar.After(from, it.Day),
        _ => null,
    };

    public static LocalDate? First(DateFact fact, LocalDate from) => fact is DateFact.Days days ? days.From : ToDate(fact, from);

    public static LocalDate? Last(DateFact fact, LocalDate from) => fact is DateFact.Days days ? days.To : ToDate(fact, from);
}
