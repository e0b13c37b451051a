namespace Orchestrator.Core.Booking;

/// <summary>Why an operation has no hold to work on.</summary>
public enum HoldRefusal
{
    /// <summary>Never there, given back, or another call's or organization's: all sound alike.</summary>
    NotFound,

    /// <summary>It was this call's and its time ran out.</summary>
    Expired,
}
