using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>"in two hours", "in half an hour", "in an hour and a half", "20 minutes from now".</summary>
internal static class RelativeTimeRules
{
    private const int MostHours = 48;

    public static Period? Read(TermCursor cursor) => cursor.Try(() =>
    {
        var hasIn = cursor.Accept(TermKind.In);
        cursor.Accept(TermKind.About);
        if (ReadMinutes(cursor) is not { } minutes) return null;
        if (!hasIn && !(cursor.Accept(TermKind.From) && cursor.Accept(TermKind.Now))) return null;

        return Period.FromMinutes(minutes);
    });

    private static int? ReadMinutes(TermCursor cursor)
    {
        if (cursor.Accept(TermKind.Half))
        {
            cursor.Accept(TermKind.Article);
            return AcceptUnit(cursor, TermUnit.Hour) ? 30 : null;
        }

        var term = cursor.Current;
        if (term.Kind is not (TermKind.Number or TermKind.Article)) return null;
        cursor.At++;
        if (term.Value > MostHours * 60) return null;
        if (AcceptUnit(cursor, TermUnit.Minute)) return term.Value;
        if (term.Value > MostHours || !(AcceptUnit(cursor, TermUnit.Hour) || cursor.Accept(TermKind.Hours))) return null;

        var start = cursor.At;
        if (cursor.Accept(TermKind.And) && (cursor.Accept(TermKind.Article) | cursor.Accept(TermKind.Half)))
        {
            cursor.Accept(TermKind.Half);
            return (term.Value * 60) + 30;
        }

        cursor.At = start;
        return term.Value * 60;
    }

    private static bool AcceptUnit(TermCursor cursor, TermUnit unit)
    {
        if (!cursor.Is(TermKind.Unit) || cursor.Current.Value != (int)unit) return false;
        cursor.At++;
        return true;
    }
}
