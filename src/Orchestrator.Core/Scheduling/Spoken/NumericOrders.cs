using System.Collections.Frozen;

namespace Orchestrator.Core.Scheduling.Spoken;

internal static class NumericOrders
{
    private static readonly FrozenDictionary<string, NumericOrder> ByRegion = new Dictionary<string, NumericOrder>(StringComparer.OrdinalIgnoreCase)
    {
        ["US"] = NumericOrder.MonthFirst,
        ["PR"] = NumericOrder.MonthFirst,
        ["PH"] = NumericOrder.MonthFirst,
        ["GU"] = NumericOrder.MonthFirst,
        ["AS"] = NumericOrder.MonthFirst,
        ["VI"] = NumericOrder.MonthFirst,
        ["CA"] = NumericOrder.Either,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A locale without a region is read as day first, which most of the world uses, but for plain "en".</summary>
    public static NumericOrder Of(string locale)
    {
        var region = locale.Split('-', '_') is [_, .., { Length: 2 } last] ? last : "";
        if (region.Length == 0 && string.Equals(locale, "en", StringComparison.OrdinalIgnoreCase)) return NumericOrder.MonthFirst;

        return ByRegion.GetValueOrDefault(region, NumericOrder.DayFirst);
    }
}
