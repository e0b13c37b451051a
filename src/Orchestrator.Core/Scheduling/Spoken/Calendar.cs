using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>The arithmetic behind the rules: first such day after, on or after, in a month, in a week.</summary>
internal static class Calendar
{
    private const int YearsAhead = 8;

    /// <summary>No date further than this is taken from text, so that counting on from one stays inside the calendar.</summary>
    private const int LastYear = 9000;

    /// <summary>A date that was named with its year; null when it does not exist.</summary>
    public static LocalDate? TryNamed(int year, int month, int day) => year is >= 1 and <= LastYear ? TryDate(year, month, day) : null;

    public static LocalDate? TryDate(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    public static bool CanExist(int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(2024, month);

    /// <summary>29 February waits for its leap year.</summary>
    public static LocalDate OnOrAfter(LocalDate from, int month, int day)
    {
        for (var year = from.Year; year <= from.Year + YearsAhead; year++)
        {
            if (TryDate(year, month, day) is { } date && date >= from) return date;
        }

        throw new ArgumentOutOfRangeException(nameof(day), "No such day exists in any year.");
    }

    /// <summary>The 31st waits for a month that has one.</summary>
    public static LocalDate OnOrAfter(LocalDate from, int day)
    {
        for (var months = 0; months <= 2; months++)
        {
            var month = FirstOfMonth(from).PlusMonths(months);
            if (TryDate(month.Year, month.Month, day) is { } date && date >= from) return date;
        }

        throw new ArgumentOutOfRangeException(nameof(day), "No month has such a day.");
    }

    public static LocalDate After(LocalDate date, IsoDayOfWeek weekday) => date.Next(weekday);

    public static LocalDate FirstOfMonth(LocalDate date) => date.With(DateAdjusters.StartOfMonth);

    public static LocalDate LastOfMonth(LocalDate date) => date.With(DateAdjusters.EndOfMonth);

    /// <summary>Weeks run Monday to Sunday.</summary>
    public static LocalDate MondayOf(LocalDate date) => date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));

    /// <param name="year">Of the month.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="nth">1 to 5, or -1 for the last.</param>
    /// <param name="weekday">The day sought.</param>
    /// <returns>Null when the month has no such day.</returns>
    public static LocalDate? NthWeekday(int year, int month, int nth, IsoDayOfWeek weekday)
    {
        var first = new LocalDate(year, month, 1);
        if (nth == -1) return LastOfMonth(first).With(DateAdjusters.PreviousOrSame(weekday));

        var date = first.With(DateAdjusters.NextOrSame(weekday)).PlusDays((nth - 1) * 7);
        return date.Month == month ? date : null;
    }

    public static LocalDate PlusMonthsOrWeeks(LocalDate date, int count, TermUnit unit) => unit switch
    {
        TermUnit.Minute or TermUnit.Hour => date,
        TermUnit.Day => date.PlusDays(count),
        TermUnit.Week => date.PlusWeeks(count),
        TermUnit.Fortnight => date.PlusWeeks(count * 2),
        TermUnit.Month => date.PlusMonths(count),
        TermUnit.Year => date.PlusYears(count),
    };
}
