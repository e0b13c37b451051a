namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>Which question a phrase answers: a number alone is a day in the one, an hour in the other.</summary>
internal enum WhenSlot
{
    Date,
    Time,

    /// <summary>Day and time in one.</summary>
    Start,
}
