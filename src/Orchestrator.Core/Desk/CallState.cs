namespace Orchestrator.Core.Desk;

/// <summary>How a call stands, as a list shows it.</summary>
public enum CallState
{
    OnTheLine,

    /// <summary>Over, with an appointment.</summary>
    Booked,

    /// <summary>A person took it over.</summary>
    Transferred,

    /// <summary>Over without an appointment.</summary>
    Ended,
}
