using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>"Tuesday", "next Tuesday", "Tuesday week", "the Monday after next", "the Tuesday after Easter Monday".</summary>
internal static class WeekdayRules
{
    public static DateFact? Read(TermCursor cursor, SpokenContext context)
    {
        cursor.Skip(TermKind.The, TermKind.On);
        if (ReadCounted(cursor, context) is { } counted) return counted;

        var (isThis, isLast) = (cursor.Accept(TermKind.This), false);
        if (!isThis && !cursor.Accept(TermKind.Next)) isLast = cursor.Accept(TermKind.Last);
        if (!cursor.Is(TermKind.Weekday)) return null;
        var weekday = (IsoDayOfWeek)cursor.Current.Value;
        cursor.At++;

        if (isLast) return new DateFact.Exact(context.Today.Previous(weekday));
        var first = Calendar.After(context.Today, weekday);
        var weeks = ReadWeeksOn(cursor);
        if (weeks > 0) return new DateFact.Exact(first.PlusWeeks(weeks));
        if (cursor.Accept(TermKind.AfterNext)) return new DateFact.Exact(first.PlusWeeks(1));

        return ReadRelative(cursor, context, weekday) ?? new DateFact.Weekday(weekday, isThis);
    }

    /// <summary>"week" in "Tuesday week" is one, "fortnight" two; nothing is none. "Tuesday week of …" is not meant.</summary>
    public static int ReadWeeksOn(TermCursor cursor)
    {
        if (!cursor.Is(TermKind.Unit) || cursor.Current.AfterPause) return 0;
        var weeks = (TermUnit)cursor.Current.Value switch { TermUnit.Week => 1, TermUnit.Fortnight => 2, _ => 0 };
        if (weeks > 0) cursor.At++;
        return weeks;
    }

    /// <summary>"two Tuesdays from now".</summary>
    private static DateFact.Exact? ReadCounted(TermCursor cursor, SpokenContext context)
    {
        if (cursor.Current is not { Kind: TermKind.Number, Value: >= 1 and <= 20 } count || !cursor.Is(TermKind.Weekday, 1) || !cursor.Is(TermKind.From, 2)) return null;
        if (!cursor.Is(TermKind.Now, 3) && !(cursor.Is(TermKind.ShiftedDay, 3) && cursor.Peek(3).Value == 0)) return null;

        var first = Calendar.After(context.Today, (IsoDayOfWeek)cursor.Peek(1).Value);
        cursor.At += 4;
        return new DateFact.Exact(first.PlusWeeks(count.Value - 1));
    }

    private static DateFact? ReadRelative(TermCursor cursor, SpokenContext context, IsoDayOfWeek weekday) => cursor.Try<DateFact>(() =>
    {
        var isAfter = cursor.Accept(TermKind.After);
        if (!isAfter && !cursor.Accept(TermKind.Before)) return null;
        if ((DayRules.Read(cursor, context) ?? SpanRules.Read(cursor, context)) is not { } fact) return null;

        if (isAfter) return DateFacts.Last(fact, context.Today) is { } last ? new DateFact.Exact(last.Next(weekday)) : null;
        return DateFacts.First(fact, context.Today) is { } first ? new DateFact.Exact(first.Previous(weekday)) : null;
    });
}
