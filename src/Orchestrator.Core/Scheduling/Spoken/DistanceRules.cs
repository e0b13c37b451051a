using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>"in two weeks", "three days from Monday", "a week on Tuesday", "a fortnight today", "ten days ago".</summary>
internal static class DistanceRules
{
    private const int Furthest = 1000;

    public static DateFact? Read(TermCursor cursor, SpokenContext context)
    {
        cursor.Accept(TermKind.About);
        var hasIn = cursor.Accept(TermKind.In);
        cursor.Accept(TermKind.About);
        var start = cursor.At;
        if (ReadAmount(cursor) is not { } amount || amount.Unit is TermUnit.Minute or TermUnit.Hour) return null;
        if (amount.Count > Furthest || (amount.Unit == TermUnit.Year && amount.Count > 50)) return new DateFact.Unclear(UnclearReason.NotUnderstood, []);

        if (cursor.Accept(TermKind.Ago)) return Shifted(context.Today, amount, sign: -1);
        if (ReadBase(cursor, context) is { } from) return Shifted(from, amount);
        if (hasIn) return Shifted(context.Today, amount);

        cursor.At = start;
        return null;
    }

    /// <summary>A number of units: "two weeks", "a fortnight", "a few days".</summary>
    public static (int Count, TermUnit Unit, bool IsVague)? ReadAmount(TermCursor cursor)
    {
        var term = cursor.Current;
        if (term.Kind == TermKind.Unit && (TermUnit)term.Value == TermUnit.Fortnight) return (1, TermUnit.Fortnight, !Advance(cursor, 1));
        if (term is { Kind: TermKind.Unit, Value: (int)TermUnit.Week } && cursor.Is(TermKind.On, 1) && cursor.Is(TermKind.Weekday, 2)) return (1, TermUnit.Week, !Advance(cursor, 1));
        if (term.Kind is not (TermKind.Number or TermKind.Article or TermKind.Few) || !cursor.Is(TermKind.Unit, 1)) return null;

        var unit = (TermUnit)cursor.Peek(1).Value;
        cursor.At += 2;
        return (term.Value, unit, term.Kind == TermKind.Few);
    }

    /// <summary>The day that is counted from: "from Monday", "on Tuesday", "after the 14th", "tomorrow", "from now".</summary>
    private static LocalDate? ReadBase(TermCursor cursor, SpokenContext context)
    {
        var start = cursor.At;
        var linked = cursor.AcceptAny(TermKind.From, TermKind.On, TermKind.After);
        if (cursor.Accept(TermKind.Now)) return context.Today;
        if ((linked || cursor.Is(TermKind.ShiftedDay) || cursor.Is(TermKind.Weekday) || cursor.Is(TermKind.Next))
            && DayRules.Read(cursor, context) is { } fact && DateFacts.ToDate(fact, context.Today) is { } date) return date;

        cursor.At = start;
        return null;
    }

    private static DateFact Shifted(LocalDate from, (int Count, TermUnit Unit, bool IsVague) amount, int sign = 1) => amount.IsVague
        ? new DateFact.Unclear(UnclearReason.NotUnderstood, [])
        : new DateFact.Exact(Calendar.PlusMonthsOrWeeks(from, sign * amount.Count, amount.Unit));

    private static bool Advance(TermCursor cursor, int count)
    {
        cursor.At += count;
        return true;
    }
}
