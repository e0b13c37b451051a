using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>Several days: "next week", "the weekend", "March", "the end of the month", "within two weeks", "as soon as possible".</summary>
internal static class SpanRules
{
    public static DateFact? Read(TermCursor cursor, SpokenContext context) => cursor.Try(() =>
    {
        var start = cursor.At;
        foreach (var rule in Rules)
        {
            cursor.At = start;
            if (rule(cursor, context) is { } fact) return fact;
        }

        return null;
    });

    private static readonly Func<TermCursor, SpokenContext, DateFact?>[] Rules = [ThirdOfSpan, WeekOfDay, NthWeek, Coming, Weekend, RelativeUnit, NamedMonth, Soonest];

    /// <summary>"end of the month", "early next week", "mid March", "the beginning of next year".</summary>
    private static DateFact.Days? ThirdOfSpan(TermCursor cursor, SpokenContext context)
    {
        var term = cursor.Current;
        if (!cursor.Accept(TermKind.Third)) return null;
        cursor.Skip(TermKind.Of, TermKind.In, TermKind.On);
        if (CurrentUnit(cursor, context) is not { } span)
        {
            if (Read(cursor, context) is not DateFact.Days { To: not null, Kind: SpanKind.Week or SpanKind.Month or SpanKind.Other } other) return null;
            span = other;
        }

        var days = Period.DaysBetween(span.From, span.To!.Value) + 1;
        if (days < 5) return null;
        var (from, to) = term.Value switch
        {
            0 => (0, Third(days, 1) - 1),
            1 => (Third(days, 1), Third(days, 2) - 1),
            _ => (Third(days, 2), days - 1),
        };
        return NotBeforeToday(new DateFact.Days(span.From.PlusDays(from), span.From.PlusDays(to), SpanKind.Other), context.Today);
    }

    /// <summary>Where the nth third begins. A week's are Monday and Tuesday, Wednesday and Thursday, and from Friday on.</summary>
    private static int Third(int days, int nth) => days == 7 ? 2 * nth : days / 3 * nth;

    private static DateFact.Days? CurrentUnit(TermCursor cursor, SpokenContext context)
    {
        if (!cursor.Is(TermKind.The) || !cursor.Is(TermKind.Unit, 1)) return null;
        var unit = (TermUnit)cursor.Peek(1).Value;
        if (unit is not (TermUnit.Week or TermUnit.Month or TermUnit.Year)) return null;

        cursor.At += 2;
        return UnitSpan(unit, 0, context.Today);
    }

    private static DateFact.Days? WeekOfDay(TermCursor cursor, SpokenContext context)
    {
        cursor.Skip(TermKind.In, TermKind.The);
        if (!cursor.Accept(TermKind.WeekOf) || DayRules.Read(cursor, context) is not { } fact || DateFacts.ToDate(fact, context.Today) is not { } date) return null;

        var monday = Calendar.MondayOf(date);
        return new DateFact.Days(monday, monday.PlusDays(6), SpanKind.Week);
    }

    /// <summary>"the first week of January" is its first seven days, "the last week" its last.</summary>
    private static DateFact.Days? NthWeek(TermCursor cursor, SpokenContext context)
    {
        cursor.Skip(TermKind.In, TermKind.The);
        var term = cursor.Current;
        if (term is not ({ Kind: TermKind.Ordinal, Value: >= 1 and <= 4 } or { Kind: TermKind.Last })) return null;
        cursor.At++;
        var linked = cursor.Accept(TermKind.WeekOf);
        if (!linked && !(cursor.Current is { Kind: TermKind.Unit, Value: (int)TermUnit.Week } && ++cursor.At > 0 && cursor.AcceptAny(TermKind.Of, TermKind.In))) return null;
        if (MonthRef.Read(cursor, context, allowLoose: true) is not { } month) return null;

        var span = month.ToSpan(context.Today);
        var from = term.Kind == TermKind.Last ? span.To!.Value.PlusDays(-6) : span.From.PlusDays((term.Value - 1) * 7);
        return NotBeforeToday(new DateFact.Days(from, from.PlusDays(6), SpanKind.Other), context.Today);
    }

    /// <summary>"within two weeks", "the next few days", "in the next month".</summary>
    private static DateFact.Days? Coming(TermCursor cursor, SpokenContext context)
    {
        var within = cursor.Accept(TermKind.Within);
        if (!within && !cursor.Accept(TermKind.Next)) return null;
        cursor.Skip(TermKind.Next, TermKind.The);
        if (within && cursor.Is(TermKind.Unit)) return Ahead(1, (TermUnit)cursor.Current.Value, cursor, context);

        if (cursor.Current is { Kind: TermKind.Unit, Value: not (int)TermUnit.Fortnight }) return null;
        return DistanceRules.ReadAmount(cursor) is { Unit: not (TermUnit.Minute or TermUnit.Hour), Count: <= 400 } amount
            ? new DateFact.Days(context.Today, Calendar.PlusMonthsOrWeeks(context.Today, amount.Count, amount.Unit), SpanKind.Other)
            : null;
    }

    private static DateFact.Days? Ahead(int count, TermUnit unit, TermCursor cursor, SpokenContext context)
    {
        if (unit is TermUnit.Minute or TermUnit.Hour) return null;
        cursor.At++;
        return new DateFact.Days(context.Today, Calendar.PlusMonthsOrWeeks(context.Today, count, unit), SpanKind.Other);
    }

    private static DateFact.Days? Weekend(TermCursor cursor, SpokenContext context)
    {
        cursor.Skip(TermKind.The, TermKind.At, TermKind.On);
        var (isLast, isNext) = (cursor.Accept(TermKind.Last), false);
        if (!isLast && !cursor.Accept(TermKind.This)) isNext = cursor.Accept(TermKind.Next);
        if (!cursor.Accept(TermKind.Weekend)) return null;

        var today = context.Today;
        var saturday = Calendar.MondayOf(today).PlusDays(5);
        if (isLast) saturday = saturday.PlusWeeks(-1);
        else if (isNext && today >= saturday) saturday = saturday.PlusWeeks(1);
        if (cursor.Accept(TermKind.AfterNext)) saturday = Calendar.MondayOf(today).PlusDays(today >= saturday ? 19 : 12);
        return NotBeforeToday(new DateFact.Days(saturday, saturday.PlusDays(1), SpanKind.Other), today);
    }

    private static DateFact.Days? RelativeUnit(TermCursor cursor, SpokenContext context)
    {
        cursor.Skip(TermKind.In, TermKind.The, TermKind.On);
        var shift = cursor.Accept(TermKind.Next) ? 1 : cursor.Accept(TermKind.This) ? 0 : cursor.Accept(TermKind.Last) ? -1 : (int?)null;
        if (!cursor.Is(TermKind.Unit)) return null;
        var unit = (TermUnit)cursor.Current.Value;
        if (unit is not (TermUnit.Week or TermUnit.Month or TermUnit.Year)) return null;

        cursor.At++;
        if (cursor.Accept(TermKind.AfterNext)) shift = 2;
        return shift is { } by ? NotBeforeToday(UnitSpan(unit, by, context.Today), context.Today) : null;
    }

    private static DateFact.Days UnitSpan(TermUnit unit, int shift, LocalDate today)
    {
        switch (unit)
        {
            case TermUnit.Week:
                var monday = Calendar.MondayOf(today).PlusWeeks(shift);
                return new DateFact.Days(monday, monday.PlusDays(6), SpanKind.Week);
            case TermUnit.Month:
                var first = Calendar.FirstOfMonth(today).PlusMonths(shift);
                return new DateFact.Days(first, Calendar.LastOfMonth(first), SpanKind.Month);
            default:
                return new DateFact.Days(new LocalDate(today.Year + shift, 1, 1), new LocalDate(today.Year + shift, 12, 31), SpanKind.Other);
        }
    }

    private static DateFact.Days? NamedMonth(TermCursor cursor, SpokenContext context)
    {
        cursor.Skip(TermKind.In);
        return MonthRef.Read(cursor, context, allowLoose: false) is { } month ? NotBeforeToday(month.ToSpan(context.Today), context.Today) : null;
    }

    private static DateFact.Days? Soonest(TermCursor cursor, SpokenContext context) =>
        cursor.AcceptAny(TermKind.Soonest, TermKind.Now) ? new DateFact.Days(context.Today, null, SpanKind.AnyDay) : null;

    /// <summary>A running week, month or weekend begins today; one that is over stays as it was.</summary>
    private static DateFact.Days NotBeforeToday(DateFact.Days span, LocalDate today) => span.To >= today && span.From < today ? span with { From = today } : span;
}
