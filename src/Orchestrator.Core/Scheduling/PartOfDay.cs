namespace Orchestrator.Core.Scheduling;

/// <summary>By the local time of a start: morning before 12:00, afternoon from 12:00, evening from 17:00.</summary>
public enum PartOfDay
{
    Morning,
    Afternoon,
    Evening,
}
