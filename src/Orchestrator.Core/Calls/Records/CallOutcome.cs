namespace Orchestrator.Core.Calls.Records;

/// <summary>How far a call came: the furthest step it reached, derived whenever it is read. Ordered by progress.</summary>
public enum CallOutcome
{
    /// <summary>Nobody asked for a time.</summary>
    NoIntent,

    /// <summary>A time was asked for and none was free, or what was asked could not be understood.</summary>
    Asked,

    /// <summary>Free times were named; none was held.</summary>
    Found,

    /// <summary>A time was held; no code was sent.</summary>
    Held,

    /// <summary>A code was sent; it was never confirmed.</summary>
    CodeSent,

    /// <summary>A hold of the call waits for the clinic's people.</summary>
    NeedsStaff,

    /// <summary>A person took the call over.</summary>
    Transferred,

    /// <summary>The call ended in an appointment, whatever became of it later.</summary>
    Booked,
}
