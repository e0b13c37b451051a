using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>Puts the facts about the day together: what narrows is combined, what contradicts is asked back.</summary>
internal static class DateComposer
{
    /// <summary>Null when no day was named.</summary>
    public static DateFact? Compose(IReadOnlyList<DateFact> facts, bool hasChoice, SpokenContext context)
    {
        var named = facts.Where(fact => fact is not DateFact.Days { Kind: SpanKind.AnyDay }).Distinct().ToList();
        if (named.Count == 0) return facts.Count > 0 ? facts[0] : null;
        if (named.Find(fact => fact is DateFact.Impossible) is { } impossible) return impossible;
        if (named.Find(fact => fact is DateFact.Unclear) is { } unclear) return unclear;
        if (hasChoice && Several(named, context) is { Candidates.Count: > 1 } several) return several;

        // A weekday narrows what the others say, so it is put to them last.
        var ordered = named.OrderBy(fact => fact is DateFact.Weekday).ToList();
        var whole = ordered[0];
        foreach (var fact in ordered.Skip(1))
        {
            whole = Combine(whole, fact, context) ?? Several([whole, fact], context);
            if (whole is DateFact.Unclear or DateFact.Impossible) return whole;
        }

        return whole;
    }

    private static DateFact? Combine(DateFact left, DateFact right, SpokenContext context) => (left, right) switch
    {
        (DateFact.Days span, DateFact.Weekday weekday) => WeekdayIn(span, weekday, context),
        (DateFact.Days { Kind: SpanKind.Month } span, DateFact.DayOfMonth day) => DayIn(span, day),
        (DateFact.DayOfMonth day, DateFact.Days { Kind: SpanKind.Month } span) => DayIn(span, day),
        (DateFact.Days { Kind: SpanKind.Month }, DateFact.Days { Kind: SpanKind.BesideBareDay }) => null,
        (DateFact.Days { Kind: SpanKind.BesideBareDay }, DateFact.Days { Kind: SpanKind.Month }) => null,
        (DateFact.Days one, DateFact.Days other) => Overlap(one, other),
        (DateFact.Days span, _) => Inside(right, span, context),
        (_, DateFact.Days span) => Inside(left, span, context),
        (DateFact.Weekday, DateFact.Weekday) => null,
        (_, DateFact.Weekday weekday) => OnWeekday(left, weekday, context),
        _ => DateFacts.ToDate(left, context.Today) == DateFacts.ToDate(right, context.Today) ? left : null,
    };

    private static DateFact OnWeekday(DateFact day, DateFact.Weekday weekday, SpokenContext context)
    {
        var date = DateFacts.ToDate(day, context.Today)!.Value;
        if (date.DayOfWeek == weekday.Day) return day;

        return new DateFact.Unclear(UnclearReason.WeekdayAndDateDiffer, [.. new[] { date, DateFacts.ToDate(weekday, context.Today)!.Value }.Order().Distinct()]);
    }

    private static DateFact WeekdayIn(DateFact.Days span, DateFact.Weekday weekday, SpokenContext context)
    {
        if (span.Kind == SpanKind.Week) return InWeek(span.To!.Value.PlusDays(-6), weekday.Day, context);

        var first = span.From.With(DateAdjusters.NextOrSame(weekday.Day));
        if (span.To is null || first.PlusWeeks(1) > span.To) return span.To is { } to && first > to ? Several([span, weekday], context) : new DateFact.Exact(first);

        var all = new List<LocalDate>();
        for (var date = first; date <= span.To && all.Count < 6; date = date.PlusWeeks(1)) all.Add(date);
        return new DateFact.Unclear(UnclearReason.SeveralDates, all);
    }

    /// <summary>Where weeks begin on Sunday, the Sunday of a week is its first day to some and its last to others.</summary>
    private static DateFact InWeek(LocalDate monday, IsoDayOfWeek day, SpokenContext context)
    {
        var date = monday.PlusDays((int)day - 1);
        return day == IsoDayOfWeek.Sunday && NumericOrders.Of(context.Locale) != NumericOrder.DayFirst
            ? new DateFact.Unclear(UnclearReason.SeveralDates, [monday.PlusDays(-1), date])
            : new DateFact.Exact(date);
    }

    private static DateFact DayIn(DateFact.Days month, DateFact.DayOfMonth day) => DateFacts.Dated(month.To!.Value.Year, month.To.Value.Month, day.Day);

    private static DateFact? Inside(DateFact day, DateFact.Days span, SpokenContext context)
    {
        var date = DateFacts.ToDate(day, context.Today)!.Value;
        return date >= span.From && (span.To is null || date <= span.To) ? day : null;
    }

    private static DateFact.Days? Overlap(DateFact.Days one, DateFact.Days other)
    {
        var from = LocalDate.Max(one.From, other.From);
        var to = one.To is null ? other.To : other.To is null ? one.To : LocalDate.Min(one.To.Value, other.To.Value);
        return to is null || from <= to ? new DateFact.Days(from, to, SpanKind.Other) : null;
    }

    private static DateFact.Unclear Several(IEnumerable<DateFact> facts, SpokenContext context) =>
        new(UnclearReason.SeveralDates, [.. facts.Select(fact => DateFacts.First(fact, context.Today)).OfType<LocalDate>().Distinct().Order()]);
}
