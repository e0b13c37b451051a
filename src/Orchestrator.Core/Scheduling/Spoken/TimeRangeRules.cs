namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>"between two and four", "from 2 to 4 pm", "2-4", "after three", "before noon", "three or later".</summary>
internal static class TimeRangeRules
{
    public static TimeFact? Read(TermCursor cursor, bool allowBare) => cursor.Try(() => ReadBoth(cursor, allowBare)) ?? cursor.Try(() => ReadOne(cursor));

    /// <summary>The range when "or later" or "or earlier" follows, else the time itself.</summary>
    public static TimeFact Extended(TimeFact time, TermCursor cursor)
    {
        if (time is not TimeFact.At at) return time;
        if (cursor.Accept(TermKind.OrLater)) return new TimeFact.Between(at.Clock, null);
        return cursor.Accept(TermKind.OrEarlier) ? new TimeFact.Between(null, at.Clock) : time;
    }

    private static TimeFact? ReadBoth(TermCursor cursor, bool allowBare)
    {
        cursor.Accept(TermKind.About);
        var isBetween = cursor.Accept(TermKind.Between);
        var isAnnounced = isBetween || cursor.Accept(TermKind.From);
        if (!isAnnounced && IsInWords(cursor) && !cursor.Is(TermKind.Clock)) return ReadUnannounced(cursor, allowBare);

        var left = ClockRules.Read(cursor, allowBare: true, allowMinutesTo: false);
        if (left is null) return null;
        if (!cursor.AcceptAny(TermKind.To, TermKind.Dash) && !(isBetween && cursor.Accept(TermKind.And))) return null;
        if (ClockRules.Read(cursor, allowBare: true, allowMinutesTo: false) is not { } right) return null;
        if (!isAnnounced && !allowBare && !IsCertain(left) && !IsCertain(right)) return null;

        return Range(left, right);
    }

    /// <summary>"ten to nine" is 8:50, "two to four" a range: without "from" a time is read the one way before the other.</summary>
    private static TimeFact? ReadUnannounced(TermCursor cursor, bool allowBare)
    {
        if (ClockRules.Read(cursor, allowBare) is not { } left || !cursor.AcceptAny(TermKind.To, TermKind.Dash)) return null;
        return ClockRules.Read(cursor, allowBare: true, allowMinutesTo: false) is { } right ? Range(left, right) : null;
    }

    private static bool IsInWords(TermCursor cursor)
    {
        var ahead = cursor.Is(TermKind.At) || cursor.Is(TermKind.Article) ? 1 : 0;
        return cursor.Peek(ahead) is { IsWritten: false } or { Value: 5 or 10 or 20 or 25 } && !(cursor.Peek(ahead).IsWritten && cursor.Is(TermKind.Dash, ahead + 1))
            && !IsRisingFigures(cursor, ahead);
    }

    private static bool IsRisingFigures(TermCursor cursor, int ahead) =>
        cursor.Peek(ahead).IsWritten && cursor.Is(TermKind.To, ahead + 1) && cursor.Peek(ahead + 2) is { IsWritten: true } target && cursor.Peek(ahead).Value < target.Value;

    private static TimeFact? ReadOne(TermCursor cursor)
    {
        var bound = cursor.Current.Kind;
        if (bound is not (TermKind.After or TermKind.Before or TermKind.By or TermKind.From or TermKind.To) || cursor.Current is { Kind: TermKind.To, Value: 0 }) return null;
        cursor.At++;
        var time = ClockRules.Read(cursor, allowBare: true);
        if (time is not TimeFact.At at) return time;

        cursor.Accept(TermKind.OrLater);
        return bound is TermKind.After or TermKind.From ? new TimeFact.Between(at.Clock, null) : new TimeFact.Between(null, at.Clock);
    }

    private static TimeFact Range(TimeFact left, TimeFact right) =>
        (left, right) is (TimeFact.At from, TimeFact.At to) ? new TimeFact.Between(from.Clock, to.Clock) : new TimeFact.Impossible();

    private static bool IsCertain(TimeFact time) => time is TimeFact.At { Clock.IsCertain: true };
}
