namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>"in the morning", "this afternoon", "late evening", "p.m.", "around lunchtime", "early".</summary>
internal static class PartRules
{
    /// <param name="cursor">Moves past what was read, or stays.</param>
    /// <param name="isToday">"this afternoon".</param>
    public static TimeFact? Read(TermCursor cursor, out bool isToday)
    {
        var today = false;
        var fact = cursor.Try<TimeFact>(() =>
        {
            today = cursor.Is(TermKind.This);
            cursor.Skip(TermKind.This, TermKind.In, TermKind.The, TermKind.At, TermKind.About, TermKind.Article, TermKind.On);
            today |= cursor.Is(TermKind.This, -1);
            var hasThird = cursor.Accept(TermKind.Third);
            var third = hasThird ? cursor.Peek(-1).Value : -1;
            cursor.Skip(TermKind.In, TermKind.The);
            if (cursor.Is(TermKind.Part)) return Part(cursor);
            if (cursor.Accept(TermKind.Lunch)) return new TimeFact.Between(ClockReading.Certain(12, 0), ClockReading.Certain(14, 0));
            if (third == 0) return new TimeFact.During(DayPart.Morning, Night: false);
            if (hasThird || !cursor.Is(TermKind.Meridiem)) return null;

            var half = cursor.Current.Value;
            cursor.At++;
            return half == 0 ? new TimeFact.During(DayPart.Morning, Night: false) : new TimeFact.Between(ClockReading.Certain(12, 0), null);
        });
        isToday = fact is not null && today;
        return fact;
    }

    private static TimeFact.During Part(TermCursor cursor)
    {
        var value = cursor.Current.Value;
        cursor.At++;
        return value == EnglishWhenWords.NightPart ? new TimeFact.During(DayPart.Evening, Night: true) : new TimeFact.During((DayPart)value, Night: false);
    }
}
