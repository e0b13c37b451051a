using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>One clock time: "half past two", "quarter to three", "two thirty", "1430", "3 p.m.", "noon".</summary>
internal static class ClockRules
{
    /// <param name="cursor">Moves past what was read, or stays.</param>
    /// <param name="allowBare">Whether a number alone may be an hour.</param>
    /// <param name="allowMinutesTo">Whether "ten to nine" may be 8:50; inside "between … to …" it is two times.</param>
    /// <returns><see cref="TimeFact.At"/>, <see cref="TimeFact.Impossible"/> or null.</returns>
    public static TimeFact? Read(TermCursor cursor, bool allowBare, bool allowMinutesTo = true) => cursor.Try<TimeFact>(() =>
    {
        var approximate = false;
        while (cursor.Is(TermKind.At) || cursor.Is(TermKind.About))
        {
            approximate |= cursor.Current.Kind == TermKind.About;
            allowBare = true;
            cursor.At++;
        }

        cursor.Accept(TermKind.The);
        return ReadClock(cursor, allowBare, allowMinutesTo) switch
        {
            { IsImpossible: true } => new TimeFact.Impossible(),
            { IsUnclear: true } => new TimeFact.Unclear(),
            { Clock: { } clock } => Finish(cursor, clock, approximate),
            _ => null,
        };
    });

    private static Outcome ReadClock(TermCursor cursor, bool allowBare, bool allowMinutesTo)
    {
        var start = cursor.At;
        if (ReadHalf(cursor) is { } half) return half;
        cursor.At = start;
        if (allowMinutesTo && ReadMinutesPastOrTo(cursor) is { } relative) return relative;
        cursor.At = start;
        return ReadPlain(cursor, allowBare);
    }

    /// <summary>"half past two", and British "half two": both 2:30.</summary>
    private static Outcome? ReadHalf(TermCursor cursor)
    {
        if (!cursor.Accept(TermKind.Half)) return null;
        cursor.AcceptAny(TermKind.Past, TermKind.After);
        return ReadHour(cursor) is { } hour ? Shifted(hour, 30) : null;
    }

    private static Outcome? ReadMinutesPastOrTo(TermCursor cursor)
    {
        cursor.Accept(TermKind.Article);
        var first = cursor.Current;
        if (first.Kind is not (TermKind.Quarter or TermKind.Number)) return null;
        var minutes = first.Kind == TermKind.Quarter ? 15 : first.Value;
        cursor.At++;
        var saysMinutes = cursor.Is(TermKind.Unit) && cursor.Current.Value == (int)TermUnit.Minute;
        if (saysMinutes) cursor.At++;
        if (minutes is < 1 or > 59 || cursor.Current.AfterPause) return null;

        if (cursor.AcceptAny(TermKind.Past, TermKind.After)) return ReadHour(cursor) is { } past ? Shifted(past, minutes) : null;
        if (!cursor.AcceptAny(TermKind.To, TermKind.Before, TermKind.Of)) return null;

        var target = cursor.Current;
        if (ReadHour(cursor) is not { } hour) return null;
        var certainlyMinutes = first.Kind == TermKind.Quarter || saysMinutes || minutes > 12;
        if (!certainlyMinutes && first.IsWritten && target.IsWritten && first.Value < target.Value) return null;
        if (!certainlyMinutes && minutes % 5 != 0) return null;

        // "10 to 2" in figures is as often a range; in words it is ten minutes to two.
        var isUnclear = !certainlyMinutes && first.IsWritten && target.IsWritten;
        return isUnclear ? new Outcome(null, false, IsUnclear: true) : Shifted(hour, -minutes);
    }

    private static Outcome ReadPlain(TermCursor cursor, bool allowBare)
    {
        var first = cursor.Current;
        if (cursor.Accept(TermKind.Clock)) return Made(first.Value, first.Second, first.Third == WrittenForms.TwentyFourHours);
        if (cursor.Accept(TermKind.NamedTime)) return Made(first.Value / 60, 0, true);
        if (first.Kind != TermKind.Number) return default;

        cursor.At++;
        if (first.Value == 12 && cursor.Is(TermKind.NamedTime)) return Made(cursor.Current.Value / 60, 0, Advance(cursor));
        if (first is { Value: 0, IsWritten: false } && cursor.Current is { Kind: TermKind.Number, Value: > 0 }) return ReadBehindZero(cursor);
        if (first.Figures.Length >= 3) return ReadMilitary(cursor, first, allowBare);
        if (ReadSpokenMinutes(cursor, first, allowBare) is { } minutes) return Made(first.Value, minutes, first.Figures is ['0', ..] && first.Value >= 7);
        if (cursor.Is(TermKind.OClock) || cursor.Is(TermKind.Meridiem) || cursor.Is(TermKind.Ish) || IsBeforePart(cursor)) return Made(first.Value, 0, false);
        if (cursor.Is(TermKind.Hours) && first.Figures.Length == 2) return Made(first.Value, 0, true);
        return allowBare ? Made(first.Value, 0, false) : default;
    }

    /// <summary>"oh nine hundred", "zero nine thirty": the spoken zero says that the clock has twenty-four hours.</summary>
    private static Outcome ReadBehindZero(TermCursor cursor)
    {
        var hour = cursor.Current;
        cursor.At++;
        if (hour.Value is >= 100 and <= 959 && hour.Value % 100 == 0) return Made(hour.Value / 100, 0, true);
        return hour.Value <= 9 && ReadSpokenMinutes(cursor, hour, allowBare: true) is { } minutes ? Made(hour.Value, minutes, true) : default;
    }

    private static Outcome ReadMilitary(TermCursor cursor, Term first, bool allowBare)
    {
        var isAnnounced = cursor.Is(TermKind.Hours) || cursor.Is(TermKind.Meridiem);
        return allowBare || isAnnounced ? Made(first.Value / 100, first.Value % 100, first.Figures.Length == 4 && cursor.Is(TermKind.Hours)) : default;
    }

    /// <summary>"two thirty", "two oh five", "oh nine hundred".</summary>
    private static int? ReadSpokenMinutes(TermCursor cursor, Term hour, bool allowBare)
    {
        var next = cursor.Current;
        if (next.Kind != TermKind.Number || next.AfterPause || hour.Value > 23 || (hour.Value > 12 && !allowBare)) return null;
        if (cursor.Is(TermKind.Month, 1) || cursor.Is(TermKind.OClock, 1)) return null;

        if (next is { Value: 0, IsWritten: false } && cursor.Peek(1) is { Kind: TermKind.Number, Value: >= 1 and <= 9 } unit)
        {
            cursor.At += 2;
            return unit.Value;
        }

        if (next.Value is < 10 or > 59 || next.Figures.Length is not (0 or 2)) return next is { Value: 0, Figures: "00" } && Advance(cursor) ? 0 : null;
        cursor.At++;
        return next.Value;
    }

    private static ClockReading? ReadHour(TermCursor cursor)
    {
        var term = cursor.Current;
        if (cursor.Accept(TermKind.NamedTime)) return ClockReading.Certain(term.Value / 60, 0);
        if (term.Kind != TermKind.Number || term.Value > 23 || (term.Value == 0 && !term.IsWritten) || term.Figures.Length > 2 || cursor.Is(TermKind.Month, 1)) return null;

        cursor.At++;
        return ClockReading.TryMake(term.Value, 0, false);
    }

    /// <summary>"three in the afternoon": the part of the day says that the number is an hour.</summary>
    private static bool IsBeforePart(TermCursor cursor)
    {
        var ahead = 0;
        while (cursor.Is(TermKind.In, ahead) || cursor.Is(TermKind.The, ahead) || cursor.Is(TermKind.This, ahead) || cursor.Is(TermKind.At, ahead)) ahead++;
        return cursor.Is(TermKind.Part, ahead) || (ahead == 0 && cursor.Is(TermKind.Tonight));
    }

    private static TimeFact Finish(TermCursor cursor, ClockReading clock, bool approximate)
    {
        cursor.AcceptAny(TermKind.OClock, TermKind.Hours);
        approximate |= cursor.Accept(TermKind.Ish);
        if (cursor.Is(TermKind.Meridiem))
        {
            var half = cursor.Current.Value;
            cursor.At++;
            if (clock.InHalf(half) is not { } certain) return new TimeFact.Impossible();
            clock = certain;
        }

        approximate |= cursor.Accept(TermKind.Ish);
        return new TimeFact.At(clock, approximate);
    }

    private static Outcome Shifted(ClockReading hour, int minutes)
    {
        var time = new LocalTime(hour.Hour, hour.Minute).PlusMinutes(minutes);
        if (hour.IsCertain) return new Outcome(ClockReading.Certain(time.Hour, time.Minute), false);

        // A quarter to one is 12:45 of the other half; on a clock face without halves that is simply twelve.
        return new Outcome(new ClockReading(time.Hour == 0 ? 12 : time.Hour > 12 ? time.Hour - 12 : time.Hour, time.Minute, false), false);
    }

    private static Outcome Made(int hour, int minute, bool isTwentyFour) =>
        ClockReading.TryMake(hour, minute, isTwentyFour) is { } clock ? new Outcome(clock, false) : new Outcome(null, true);

    private static bool Advance(TermCursor cursor)
    {
        cursor.At++;
        return true;
    }

    private readonly record struct Outcome(ClockReading? Clock, bool IsImpossible, bool IsUnclear = false);
}
