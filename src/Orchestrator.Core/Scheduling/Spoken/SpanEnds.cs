using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>A span given as two phrases.</summary>
internal static class SpanEnds
{
    public static SpokenWhen Read(string? from, string? to, SpokenContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var beginning = SpokenWhen.Read(from, context);
        var end = SpokenWhen.Read(to, context);
        if (Trouble(beginning) is { } trouble) return trouble;
        if (Trouble(end) is { } otherTrouble) return otherTrouble;

        var time = TimeOf(beginning) ?? TimeOf(end);
        if (First(beginning) is not { } first) return Last(end) is { } only ? Span(LocalDate.Min(context.Today, only), only, time, context) : end;
        if (end is SpokenWhen.Missing) return new SpokenWhen.Span(first, Last(beginning) is { } known && known != first ? known : null, time);
        if (Last(end) is not { } last) return new SpokenWhen.Span(first, null, time);
        if (last < first && first > context.Today) last = Last(SpokenWhen.Read(to, context with { Now = first.At(LocalTime.Midnight) })) is { } later && later >= first ? later : last;

        return last < first ? new SpokenWhen.Unclear(UnclearReason.SeveralDates, [last, first]) : Span(first, last, time, context);
    }

    private static SpokenWhen Span(LocalDate first, LocalDate last, TimeWish? time, SpokenContext context) =>
        last < context.Today ? new SpokenWhen.Past(last, time) : new SpokenWhen.Span(first, last, time);

    private static SpokenWhen? Trouble(SpokenWhen when) => when is SpokenWhen.Impossible or SpokenWhen.Unclear ? when : null;

    private static LocalDate? First(SpokenWhen when) => when.Match<LocalDate?>(day => day.Date, span => span.From, past => past.Date, _ => null, _ => null, _ => null);

    private static LocalDate? Last(SpokenWhen when) => when.Match(day => day.Date, span => span.To, past => past.Date, _ => null, _ => null, _ => (LocalDate?)null);

    private static TimeWish? TimeOf(SpokenWhen when) => when.Match(day => day.Time, span => span.Time, past => past.Time, _ => null, _ => null, missing => missing.Time);
}
