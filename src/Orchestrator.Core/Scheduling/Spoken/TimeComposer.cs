using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>Puts the facts about the time of day together.</summary>
internal static class TimeComposer
{
    /// <param name="facts">As found.</param>
    /// <param name="hasChoice">Whether "or" stood between them.</param>
    /// <param name="wish">The wish; null when there are no facts.</param>
    /// <returns>Null when all went well; else the outcome that asks back or refuses.</returns>
    public static SpokenWhen? Compose(IReadOnlyList<TimeFact> facts, bool hasChoice, out TimeWish? wish)
    {
        wish = null;
        if (facts.Any(fact => fact is TimeFact.Impossible)) return new SpokenWhen.Impossible();

        if (facts.Any(fact => fact is TimeFact.Unclear)) return Contradiction();

        var parts = facts.OfType<TimeFact.During>().ToList();
        var clocks = Agreeing(facts.OfType<TimeFact.At>().ToList());
        var ranges = facts.OfType<TimeFact.Between>().Distinct().ToList();
        if (clocks is null || ranges.Count > 1 || (clocks.Count > 0 && ranges.Count > 0)) return Contradiction();

        if (clocks is [var clock]) return At(clock, parts, out wish) ? null : Contradiction();
        if (ranges is [var range]) return Between(range, parts, out wish) ? null : Contradiction();
        return During(parts, hasChoice, out wish) ? null : Contradiction();
    }

    /// <summary>The same time said twice, once with am or pm, is one time. Null when they differ.</summary>
    private static List<TimeFact.At>? Agreeing(List<TimeFact.At> clocks)
    {
        if (clocks.Count < 2) return clocks;
        var best = clocks.Find(at => at.Clock.IsCertain) ?? clocks[0];
        return clocks.TrueForAll(at => at.Clock.Likely == best.Clock.Likely || at.Clock.Other == best.Clock.Likely) ? [best] : null;
    }

    private static bool At(TimeFact.At at, List<TimeFact.During> parts, out TimeWish? wish)
    {
        var readings = Readings(at.Clock).Where(time => parts.TrueForAll(part => Fits(time, part))).ToList();
        wish = readings.Count == 0 ? null : new TimeWish.At(readings[0], readings.Count > 1 ? readings[1] : null, at.Approximate);
        return wish is not null;
    }

    private static bool Between(TimeFact.Between between, List<TimeFact.During> parts, out TimeWish? wish)
    {
        var ranges = Ranges(between)
            .Where(range => parts.TrueForAll(part => Fits(between.From is null ? range.To!.Value.PlusMinutes(-1) : range.From, part) || Overlaps(range, part)))
            .Distinct().ToList();
        wish = ranges.Count == 0 ? null : new TimeWish.Between(ranges[0], ranges.Count > 1 ? ranges[1] : null);
        return wish is not null;
    }

    private static bool During(List<TimeFact.During> parts, bool hasChoice, out TimeWish? wish)
    {
        wish = null;
        var distinct = parts.Select(part => part.Part).Distinct().Order().ToList();
        if (distinct.Count == 0) return true;
        if (distinct is [var only]) wish = new TimeWish.During(only);
        else if (!hasChoice) return false;
        else if (distinct is [DayPart.Morning, DayPart.Afternoon]) wish = new TimeWish.Between(new TimeRange(LocalTime.Midnight, TimeRange.Of(DayPart.Afternoon).To));
        else if (distinct is [DayPart.Afternoon, DayPart.Evening]) wish = new TimeWish.Between(new TimeRange(TimeRange.Of(DayPart.Afternoon).From, null));

        return true;
    }

    /// <summary>The likelier range first: by the end that was named first.</summary>
    private static IEnumerable<TimeRange> Ranges(TimeFact.Between between)
    {
        if (between.From is not { } from)
        {
            foreach (var to in Readings(between.To!.Value)) yield return new TimeRange(LocalTime.Midnight, to);
            yield break;
        }

        foreach (var start in Readings(from))
        {
            if (between.To is not { } end) yield return new TimeRange(start, null);
            else if (Readings(end).Where(to => to > start).Order().Cast<LocalTime?>().FirstOrDefault() is { } to && !IsShortcut(from, end, start, to)) yield return new TimeRange(start, to);
        }
    }

    /// <summary>"11 to 1 pm": of two readings of the beginning only the nearer one is meant when the end is certain.</summary>
    private static bool IsShortcut(ClockReading from, ClockReading end, LocalTime start, LocalTime to) =>
        !from.IsCertain && end.IsCertain && Readings(from).Any(other => other > start && other < to);

    private static IEnumerable<LocalTime> Readings(ClockReading clock)
    {
        yield return clock.Likely;
        if (clock.Other is { } other) yield return other;
    }

    private static bool Fits(LocalTime time, TimeFact.During part)
    {
        if (part.Night && time.Hour == 0) return true;
        if (part.Night && time.Hour == 12) return false;
        return part.Part switch
        {
            DayPart.Morning => time.Hour < 12,
            DayPart.Afternoon => time.Hour is >= 12 and < 19,
            DayPart.Evening => time.Hour >= 15,
        };
    }

    private static bool Overlaps(TimeRange range, TimeFact.During part)
    {
        var other = TimeRange.Of(part.Part);
        return other.Contains(range.From) && (range.To is null || other.To is null || range.To <= other.To);
    }

    private static SpokenWhen.Unclear Contradiction() => new(UnclearReason.SeveralTimes, []);
}
