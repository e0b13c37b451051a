using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

internal static class Holidays
{
    public static LocalDate On(Holiday holiday, int year, string locale) => holiday switch
    {
        Holiday.ChristmasEve => new(year, 12, 24),
        Holiday.Christmas => new(year, 12, 25),
        Holiday.BoxingDay => new(year, 12, 26),
        Holiday.NewYearsEve => new(year, 12, 31),
        Holiday.NewYearsDay => new(year, 1, 1),
        Holiday.ValentinesDay => new(year, 2, 14),
        Holiday.SaintPatricksDay => new(year, 3, 17),
        Holiday.Juneteenth => new(year, 6, 19),
        Holiday.IndependenceDay => new(year, 7, 4),
        Holiday.CanadaDay => new(year, 7, 1),
        Holiday.AustraliaDay => new(year, 1, 26),
        Holiday.AnzacDay => new(year, 4, 25),
        Holiday.Halloween => new(year, 10, 31),
        Holiday.BonfireNight => new(year, 11, 5),
        Holiday.VeteransDay => new(year, 11, 11),
        Holiday.GoodFriday => Easter(year).PlusDays(-2),
        Holiday.EasterSunday => Easter(year),
        Holiday.EasterMonday => Easter(year).PlusDays(1),
        Holiday.Thanksgiving => locale.EndsWith("CA", StringComparison.OrdinalIgnoreCase)
            ? Calendar.NthWeekday(year, 10, 2, IsoDayOfWeek.Monday)!.Value
            : Calendar.NthWeekday(year, 11, 4, IsoDayOfWeek.Thursday)!.Value,
    };

    /// <summary>Western Easter by the anonymous Gregorian computus (Nature, 1876; Meeus, Astronomical Algorithms, ch. 8).</summary>
    private static LocalDate Easter(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = (year / 100, year % 100);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - moonCorrection + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var days = epact + toSunday - (7 * late) + 114;
        return new LocalDate(year, days / 31, (days % 31) + 1);
    }
}
