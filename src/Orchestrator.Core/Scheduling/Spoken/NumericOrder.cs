namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>Which of day and month comes first in figures, by locale (Unicode CLDR, short date patterns).</summary>
internal enum NumericOrder
{
    DayFirst,
    MonthFirst,

    /// <summary>Both are in daily use: what the figures leave open is asked back.</summary>
    Either,
}
