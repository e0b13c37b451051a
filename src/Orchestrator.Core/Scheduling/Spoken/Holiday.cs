namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>Days that are named rather than dated. Dates: <see cref="Holidays"/>.</summary>
internal enum Holiday
{
    ChristmasEve,
    Christmas,
    BoxingDay,
    NewYearsEve,
    NewYearsDay,
    ValentinesDay,
    SaintPatricksDay,
    Juneteenth,
    IndependenceDay,
    CanadaDay,
    AustraliaDay,
    AnzacDay,
    Halloween,
    BonfireNight,
    VeteransDay,
    GoodFriday,
    EasterSunday,
    EasterMonday,
    Thanksgiving,
}
