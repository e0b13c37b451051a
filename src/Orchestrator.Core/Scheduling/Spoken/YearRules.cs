namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>A year behind a date: "2027", "twenty twenty-seven", "two thousand and twenty-seven", "next year".</summary>
internal static class YearRules
{
    public static int? Read(TermCursor cursor, SpokenContext context)
    {
        var start = cursor.At;
        cursor.Skip(TermKind.Of, TermKind.In, TermKind.The, TermKind.Dash);
        var year = ReadYear(cursor, context);
        if (year is null) cursor.At = start;
        return year;
    }

    private static int? ReadYear(TermCursor cursor, SpokenContext context)
    {
        var term = cursor.Current;
        var relative = term.Kind switch { TermKind.Next => 1, TermKind.This => 0, TermKind.Last => -1, _ => (int?)null };
        if (relative is { } shift)
        {
            if (!cursor.Is(TermKind.Unit, 1) || cursor.Peek(1).Value != (int)TermUnit.Year) return null;
            cursor.At += 2;
            return context.Today.Year + shift;
        }

        if (term.Kind != TermKind.Number) return null;
        if (term.Value is >= 1900 and <= 2199)
        {
            cursor.At++;
            return term.Value;
        }

        return term is { Value: 19 or 20 or 21, IsWritten: false } ? ReadPair(cursor, term.Value) : null;
    }

    private static int? ReadPair(TermCursor cursor, int century)
    {
        if (cursor.Peek(1) is { Kind: TermKind.Number, IsWritten: false, Value: >= 10 and <= 99 } pair && !cursor.Is(TermKind.Meridiem, 2))
        {
            cursor.At += 2;
            return (century * 100) + pair.Value;
        }

        if (cursor.Peek(1) is { Kind: TermKind.Number, IsWritten: false, Value: 0 } && cursor.Peek(2) is { Kind: TermKind.Number, IsWritten: false, Value: >= 1 and <= 9 } unit)
        {
            cursor.At += 3;
            return (century * 100) + unit.Value;
        }

        return null;
    }
}
