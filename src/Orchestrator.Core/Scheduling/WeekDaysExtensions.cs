using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>Membership of a day in a set of days.</summary>
public static class WeekDaysExtensions
{
    /// <summary>Whether <paramref name="day"/> is in the set. <see cref="IsoDayOfWeek.None"/> never is.</summary>
    public static bool Has(this WeekDays days, IsoDayOfWeek day) => day != IsoDayOfWeek.None && ((int)days & (1 << ((int)day - 1))) != 0;

    /// <summary>The set that holds only <paramref name="day"/>.</summary>
    public static WeekDays Only(IsoDayOfWeek day) => day == IsoDayOfWeek.None ? WeekDays.None : (WeekDays)(1 << ((int)day - 1));
}
