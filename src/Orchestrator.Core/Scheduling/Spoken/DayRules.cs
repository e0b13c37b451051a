using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>One day: dated, of a month, of the week, near today.</summary>
internal static class DayRules
{
    public static DateFact? Read(TermCursor cursor, SpokenContext context) => cursor.Try(() =>
    {
        cursor.Skip(TermKind.On);
        var start = cursor.At;
        foreach (var rule in Rules)
        {
            cursor.At = start;
            if (rule(cursor, context) is { } fact) return fact;
        }

        return null;
    });

    private static readonly Func<TermCursor, SpokenContext, DateFact?>[] Rules =
    [
        Figures, NamedDay, NthWeekday, DayThenMonth, MonthThenDay, LastDayOfMonth, DistanceRules.Read, WeekdayRules.Read, Shifted, NextToDay, OrdinalAlone,
    ];

    private static DateFact? Figures(TermCursor cursor, SpokenContext context)
    {
        var term = cursor.Current;
        if (cursor.Accept(TermKind.Date)) return DateFacts.Dated(term.Value, term.Second, term.Third);
        return cursor.Accept(TermKind.NumericDate) ? NumericDates.Read(term, context) : null;
    }

    private static DateFact.Exact? NamedDay(TermCursor cursor, SpokenContext context)
    {
        cursor.Accept(TermKind.The);
        cursor.AcceptAny(TermKind.Next, TermKind.This);
        var term = cursor.Current;
        if (!cursor.Accept(TermKind.Holiday)) return null;

        var holiday = (Holiday)term.Value;
        if (YearRules.Read(cursor, context) is { } year) return new DateFact.Exact(Holidays.On(holiday, year, context.Locale));
        var date = Holidays.On(holiday, context.Today.Year, context.Locale);
        return new DateFact.Exact(date >= context.Today ? date : Holidays.On(holiday, context.Today.Year + 1, context.Locale));
    }

    /// <summary>"the first Monday in March", "the last Friday of the month".</summary>
    private static DateFact? NthWeekday(TermCursor cursor, SpokenContext context)
    {
        cursor.Accept(TermKind.The);
        var term = cursor.Current;
        if (term.Kind is not (TermKind.Ordinal or TermKind.Last)) return null;
        cursor.At++;
        if (!cursor.Is(TermKind.Weekday)) return null;

        var weekday = (IsoDayOfWeek)cursor.Current.Value;
        cursor.At++;
        cursor.Skip(TermKind.In, TermKind.Of);
        if (MonthRef.Read(cursor, context, allowLoose: true) is not { } month) return null;

        var nth = term.Kind == TermKind.Last ? -1 : term.Value;
        return nth is 0 or > 5 ? new DateFact.Impossible() : NthWeekday(month, nth, weekday, context.Today);
    }

    private static DateFact NthWeekday(MonthRef month, int nth, IsoDayOfWeek weekday, LocalDate today)
    {
        var first = new LocalDate(month.Year ?? today.Year, month.Month, 1);
        var date = Calendar.NthWeekday(first.Year, first.Month, nth, weekday);
        if (date >= today || (month.Year is not null && !month.IsLoose)) return date is { } kept ? new DateFact.Exact(kept) : new DateFact.Impossible();

        var later = month.IsLoose ? first.PlusMonths(1) : first.PlusYears(1);
        return Calendar.NthWeekday(later.Year, later.Month, nth, weekday) is { } next ? new DateFact.Exact(next) : new DateFact.Impossible();
    }

    private static DateFact? DayThenMonth(TermCursor cursor, SpokenContext context)
    {
        cursor.Accept(TermKind.The);
        var day = cursor.Current;
        if (day.Kind is not (TermKind.Ordinal or TermKind.Number) || day.Figures.Length > 2) return null;
        cursor.At++;
        if (cursor.Current is { Kind: TermKind.Unit, Value: (int)TermUnit.Day }) cursor.At++;
        var linked = cursor.AcceptAny(TermKind.Of, TermKind.In, TermKind.Dash);
        var month = MonthRef.Read(cursor, context, allowLoose: linked);
        if (month is null) return null;
        if (month.IsLoose) return DateFacts.DayOfMonth(day.Value);

        return DateFacts.MonthDay(month.Month, day.Value, month.Year);
    }

    private static DateFact? MonthThenDay(TermCursor cursor, SpokenContext context)
    {
        if (!cursor.Is(TermKind.Month)) return null;
        var month = cursor.Current.Value;
        cursor.At++;
        cursor.Skip(TermKind.The, TermKind.Dash);
        var day = cursor.Current;
        if (day.Kind is not (TermKind.Ordinal or TermKind.Number) || day.Figures.Length > 2 || (day.Kind == TermKind.Number && IsTimeOrYear(cursor))) return null;

        cursor.At++;
        return DateFacts.MonthDay(month, day.Value, YearRules.Read(cursor, context));
    }

    /// <summary>"March 3 pm", "March twenty twenty-seven": the number behind the month is no day.</summary>
    private static bool IsTimeOrYear(TermCursor cursor)
    {
        if (cursor.Is(TermKind.Meridiem, 1) || cursor.Is(TermKind.OClock, 1)) return true;
        return cursor.Current is { Value: 20, IsWritten: false } && cursor.Peek(1) is { Kind: TermKind.Number, IsWritten: false, Value: >= 20 and <= 99 } && !cursor.Is(TermKind.Number, 2);
    }

    private static DateFact? LastDayOfMonth(TermCursor cursor, SpokenContext context)
    {
        cursor.Accept(TermKind.The);
        var isLast = cursor.Accept(TermKind.Last);
        if (!isLast && !(cursor.Current is { Kind: TermKind.Ordinal, Value: 1 } && ++cursor.At > 0)) return null;
        if (!cursor.Is(TermKind.Unit) || cursor.Current.Value != (int)TermUnit.Day) return null;
        cursor.At++;
        cursor.Skip(TermKind.In, TermKind.Of);
        if (MonthRef.Read(cursor, context, allowLoose: true) is not { } month) return null;

        if (!isLast) return month.IsLoose ? new DateFact.DayOfMonth(1) : DateFacts.MonthDay(month.Month, 1, month.Year);
        return new DateFact.Exact(month.ToSpan(context.Today).To!.Value);
    }

    private static DateFact.Exact? Shifted(TermCursor cursor, SpokenContext context)
    {
        var term = cursor.Current;
        if (!cursor.Accept(TermKind.ShiftedDay)) return null;

        var weeks = WeekdayRules.ReadWeeksOn(cursor);
        return new DateFact.Exact(context.Today.PlusDays(term.Value + (7 * weeks)));
    }

    /// <summary>"the day after Tuesday", "the day before Christmas Eve".</summary>
    private static DateFact.Exact? NextToDay(TermCursor cursor, SpokenContext context)
    {
        cursor.Accept(TermKind.The);
        if (!cursor.Is(TermKind.Unit) || cursor.Current.Value != (int)TermUnit.Day) return null;
        cursor.At++;
        var step = cursor.Accept(TermKind.After) ? 1 : cursor.Accept(TermKind.Before) ? -1 : 0;
        if (step == 0 || Read(cursor, context) is not { } fact || DateFacts.ToDate(fact, context.Today) is not { } date) return null;

        return new DateFact.Exact(date.PlusDays(step));
    }

    private static DateFact? OrdinalAlone(TermCursor cursor, SpokenContext context)
    {
        cursor.Skip(TermKind.The, TermKind.On);
        var term = cursor.Current;
        var countsWeeks = cursor.Is(TermKind.WeekOf, 1) || (cursor.Is(TermKind.Unit, 1) && cursor.Peek(1).Value != (int)TermUnit.Day);
        return !countsWeeks && cursor.Accept(TermKind.Ordinal) ? DateFacts.DayOfMonth(term.Value) : null;
    }
}
