using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>A month that is named or pointed at: "March", "March 2027", "next month", "the month".</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Year">Null when only the name was said.</param>
/// <param name="IsLoose">"the month": this one, or the next when the day in it has passed.</param>
internal sealed record MonthRef(int Month, int? Year, bool IsLoose)
{
    public static MonthRef? Read(TermCursor cursor, SpokenContext context, bool allowLoose) => cursor.Try(() =>
    {
        var first = context.Today.With(DateAdjusters.StartOfMonth);
        var the = cursor.Accept(TermKind.The);
        if (cursor.Is(TermKind.Unit) && cursor.Current.Value == (int)TermUnit.Month)
        {
            cursor.At++;
            if (cursor.Accept(TermKind.AfterNext)) return Of(first.PlusMonths(2));
            return the && allowLoose ? Of(first) with { IsLoose = true } : null;
        }

        var shift = cursor.Accept(TermKind.Next) ? 1 : cursor.Accept(TermKind.Last) ? -1 : cursor.Accept(TermKind.This) ? 0 : (int?)null;
        if (shift is { } months && cursor.Is(TermKind.Unit) && cursor.Current.Value == (int)TermUnit.Month)
        {
            cursor.At++;
            return Of(first.PlusMonths(months));
        }

        if (!cursor.Is(TermKind.Month)) return null;
        var month = cursor.Current.Value;
        cursor.At++;
        var year = YearRules.Read(cursor, context);
        return new MonthRef(month, year ?? (shift == -1 ? LastYearOf(month, context.Today) : null), false);
    });

    /// <summary>The whole month; without a year this one or the next of its name.</summary>
    public DateFact.Days ToSpan(LocalDate today)
    {
        var year = Year ?? (Month >= today.Month ? today.Year : today.Year + 1);
        var first = new LocalDate(year, Month, 1);
        return new DateFact.Days(first, Calendar.LastOfMonth(first), SpanKind.Month);
    }

    private static int LastYearOf(int month, LocalDate today) => month < today.Month ? today.Year : today.Year - 1;

    private static MonthRef Of(LocalDate first) => new(first.Month, first.Year, false);
}
