using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>"from Monday to Wednesday", "between the 3rd and the 7th of January", "before Friday", "the 14th or later".</summary>
internal static class DateRangeRules
{
    public static DateFact? Read(TermCursor cursor, SpokenContext context) => cursor.Try(() => ReadBoth(cursor, context)) ?? cursor.Try(() => ReadOne(cursor, context));

    /// <summary>The span when "or later" or "or earlier" follows, else the fact itself.</summary>
    public static DateFact Extended(DateFact fact, TermCursor cursor, SpokenContext context)
    {
        if (cursor.Is(TermKind.OrLater) && DateFacts.First(fact, context.Today) is { } first) return Advance(cursor, new DateFact.Days(first, null, SpanKind.Other));
        if (cursor.Is(TermKind.OrEarlier) && DateFacts.Last(fact, context.Today) is { } last) return Advance(cursor, new DateFact.Days(context.Today, last, SpanKind.Other));
        return fact;
    }

    private static DateFact? ReadBoth(TermCursor cursor, SpokenContext context)
    {
        var isBetween = cursor.Accept(TermKind.Between);
        if (!isBetween) cursor.Accept(TermKind.From);
        cursor.Skip(TermKind.Filler, TermKind.On);

        var left = ReadEnd(cursor, context);
        var bareLeft = left is null && IsBareDay(cursor.Current) ? cursor.Current.Value : 0;
        if (left is null && bareLeft == 0) return null;
        if (bareLeft > 0) cursor.At++;
        cursor.Skip(TermKind.Filler);
        if (!cursor.AcceptAny(TermKind.To, TermKind.Dash) && !(isBetween && cursor.Accept(TermKind.And))) return null;

        cursor.Skip(TermKind.Filler, TermKind.On);
        var right = ReadEnd(cursor, context);
        if (right is null && left is DateFact.MonthDay && IsBareDay(cursor.Current) && !IsTime(cursor))
        {
            right = DateFacts.DayOfMonth(cursor.Current.Value);
            cursor.At++;
        }

        if (right is null) return null;
        if (bareLeft > 0) left = right is DateFact.MonthDay or DateFact.Exact ? DateFacts.DayOfMonth(bareLeft) : null;
        return left is null ? null : Span(left, right, context);
    }

    private static DateFact? ReadEnd(TermCursor cursor, SpokenContext context) =>
        cursor.Is(TermKind.Date) && cursor.Is(TermKind.Clock, 1) ? null : DayRules.Read(cursor, context) ?? SpanRules.Read(cursor, context);

    private static DateFact Span(DateFact left, DateFact right, SpokenContext context)
    {
        if (left is DateFact.Impossible || right is DateFact.Impossible) return new DateFact.Impossible();
        if (left is DateFact.Unclear) return left;
        if (right is DateFact.Unclear) return right;

        left = (left, right) switch
        {
            (DateFact.DayOfMonth day, DateFact.MonthDay end) => DateFacts.MonthDay(end.Month, day.Day, null),
            (DateFact.DayOfMonth day, DateFact.Exact end) => DateFacts.Dated(end.Date.Year, end.Date.Month, day.Day),
            (DateFact.MonthDay start, DateFact.Exact end) when Calendar.TryDate(end.Date.Year, start.Month, start.Day) is { } date && date <= end.Date => new DateFact.Exact(date),
            _ => left,
        };
        if (DateFacts.First(left, context.Today) is not { } from) return new DateFact.Impossible();
        if (DateFacts.Last(right, from) is not { } to) return new DateFact.Days(from, null, SpanKind.Other);
        return to >= from ? new DateFact.Days(from, to, SpanKind.Other) : new DateFact.Unclear(UnclearReason.SeveralDates, [to, from]);
    }

    private static DateFact? ReadOne(TermCursor cursor, SpokenContext context)
    {
        var bound = cursor.Current.Kind;
        if (bound is not (TermKind.After or TermKind.Before or TermKind.By or TermKind.From or TermKind.To) || cursor.Current is { Kind: TermKind.To, Value: 0 }) return null;
        cursor.At++;
        cursor.Skip(TermKind.Filler);
        if ((DayRules.Read(cursor, context) ?? SpanRules.Read(cursor, context)) is not { } fact) return null;
        if (fact is DateFact.Impossible or DateFact.Unclear) return fact;

        cursor.Accept(TermKind.OrLater);
        var (first, last) = (DateFacts.First(fact, context.Today), DateFacts.Last(fact, context.Today));
        var span = bound switch
        {
            TermKind.After => last is { } day ? new DateFact.Days(day.PlusDays(1), null, SpanKind.Other) : null,
            TermKind.From => first is { } day ? new DateFact.Days(day, null, SpanKind.Other) : null,
            TermKind.Before => first is { } day ? UpTo(day.PlusDays(-1), context) : null,
            _ => last is { } day ? UpTo(day, context) : null,
        };
        return span is not null && fact is DateFact.DayOfMonth ? span with { Kind = SpanKind.BesideBareDay } : span;
    }

    /// <summary>Up to a day that is over, the whole is over.</summary>
    private static DateFact.Days UpTo(LocalDate last, SpokenContext context) => new(last < context.Today ? last : context.Today, last, SpanKind.Other);

    private static bool IsBareDay(Term term) => term is { Kind: TermKind.Number, Value: >= 1 and <= 31, Figures.Length: <= 2 };

    private static bool IsTime(TermCursor cursor) => cursor.Is(TermKind.Meridiem, 1) || cursor.Is(TermKind.OClock, 1);

    private static DateFact Advance(TermCursor cursor, DateFact fact)
    {
        cursor.At++;
        return fact;
    }
}
