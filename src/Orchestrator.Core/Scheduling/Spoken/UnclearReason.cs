namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>Why a phrase about time must be asked back.</summary>
public enum UnclearReason
{
    /// <summary>Words or numbers are left that the rules give no meaning.</summary>
    NotUnderstood,

    /// <summary>The weekday and the date that were named are different days; the candidates are both.</summary>
    WeekdayAndDateDiffer,

    /// <summary>Day and month of a numeric date are unsure: the locale's order is impossible, or the locale has none.</summary>
    DayOrMonthFirst,

    /// <summary>More than one day was named.</summary>
    SeveralDates,

    /// <summary>More than one time, or times that contradict each other.</summary>
    SeveralTimes,

    /// <summary>Days or times were excluded, which leaves open what is wanted.</summary>
    Excluded,
}
