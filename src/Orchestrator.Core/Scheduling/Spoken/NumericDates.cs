using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>
/// Dates in figures. The locale's order is the reading; where it is impossible and the other order is not, or where the locale
/// uses both and they differ, it is asked back.
/// </summary>
internal static class NumericDates
{
    public static DateFact Read(Term term, SpokenContext context)
    {
        int? year = term.Third == 0 ? null : term.Third;
        var monthFirst = DateFacts.MonthDay(term.Value, term.Second, year);
        var dayFirst = DateFacts.MonthDay(term.Second, term.Value, year);
        if (monthFirst == dayFirst) return monthFirst;

        return NumericOrders.Of(context.Locale) switch
        {
            NumericOrder.MonthFirst => monthFirst is DateFact.Impossible ? Unsure(dayFirst, context) : monthFirst,
            NumericOrder.DayFirst => dayFirst is DateFact.Impossible ? Unsure(monthFirst, context) : dayFirst,
            NumericOrder.Either => (monthFirst, dayFirst) switch
            {
                (DateFact.Impossible, _) => dayFirst,
                (_, DateFact.Impossible) => monthFirst,
                _ => Unsure(new[] { monthFirst, dayFirst }.Select(fact => DateFacts.ToDate(fact, context.Today)!.Value)),
            },
        };
    }

    private static DateFact Unsure(DateFact other, SpokenContext context) =>
        DateFacts.ToDate(other, context.Today) is { } date ? Unsure([date]) : new DateFact.Impossible();

    private static DateFact.Unclear Unsure(IEnumerable<LocalDate> candidates) => new(UnclearReason.DayOrMonthFirst, [.. candidates.Order()]);
}
