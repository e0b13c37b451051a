using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>Chooses between the two readings of a time without am or pm by the opening hours.</summary>
internal static class TimeResolver
{
    public static ResolvedTime Resolve(TimeWish wish, IReadOnlyList<LocalDate> dates, Func<LocalDate, LocalTime, bool> isOpen)
    {
        ArgumentNullException.ThrowIfNull(isOpen);
        return wish.Match(
            at => At(at, time => dates.Any(date => isOpen(date, time))),
            between => Between(between, range => dates.Any(date => IsOpenIn(range, time => isOpen(date, time)))),
            during => new ResolvedTime.Between(TimeRange.Of(during.Part)));
    }

    private static ResolvedTime At(TimeWish.At wish, Func<LocalTime, bool> isOpen)
    {
        if (wish.OrElse is not { } other) return new ResolvedTime.At(wish.Time, wish.Approximate);
        if (!isOpen(other)) return new ResolvedTime.At(wish.Time, wish.Approximate);

        return isOpen(wish.Time) ? Unclear(wish.Time, other) : new ResolvedTime.At(other, wish.Approximate);
    }

    private static ResolvedTime Between(TimeWish.Between wish, Func<TimeRange, bool> isOpen)
    {
        if (wish.OrElse is not { } other) return new ResolvedTime.Between(wish.Range);
        if (!isOpen(other)) return new ResolvedTime.Between(wish.Range);

        return isOpen(wish.Range) ? Unclear(Edge(wish.Range), Edge(other)) : new ResolvedTime.Between(other);
    }

    private static ResolvedTime.Unclear Unclear(LocalTime one, LocalTime other) => one < other ? new(one, other) : new(other, one);

    /// <summary>The end that was named: "before five" has only its end.</summary>
    private static LocalTime Edge(TimeRange range) => range.From == LocalTime.Midnight && range.To is { } to ? to : range.From;

    /// <summary>
    /// An open range is judged at the end that was named ("after three" asks about three o'clock, "before five" about the minute
    /// before five), a closed one at each of its quarter hours.
    /// </summary>
    private static bool IsOpenIn(TimeRange range, Func<LocalTime, bool> isOpen)
    {
        if (range.To is not { } to) return isOpen(range.From);
        if (range.From == LocalTime.Midnight) return isOpen(to.PlusMinutes(-1));

        for (var time = range.From; time < to; time = time.PlusMinutes(15))
        {
            if (isOpen(time)) return true;
            if (time.PlusMinutes(15) < time) return false;
        }

        return false;
    }
}
