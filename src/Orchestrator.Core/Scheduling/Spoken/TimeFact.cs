namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>What one part of a phrase says about the time of day.</summary>
internal abstract record TimeFact
{
    private TimeFact()
    {
    }

    public sealed record At(ClockReading Clock, bool Approximate) : TimeFact;

    /// <param name="From">Null: from the beginning of the day.</param>
    /// <param name="To">Null: to its end.</param>
    public sealed record Between(ClockReading? From, ClockReading? To) : TimeFact;

    /// <param name="Part">Of the day.</param>
    /// <param name="Night">"at night": twelve is midnight.</param>
    public sealed record During(DayPart Part, bool Night) : TimeFact;

    public sealed record Impossible : TimeFact;

    /// <summary>More than one reading that opening hours do not decide.</summary>
    public sealed record Unclear : TimeFact;
}
