namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>Parts of a day: morning before 12:00, afternoon from 12:00, evening from 17:00.</summary>
public enum DayPart
{
    Morning,
    Afternoon,
    Evening,
}
