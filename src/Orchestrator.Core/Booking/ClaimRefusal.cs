namespace Orchestrator.Core.Booking;

/// <summary>Why a time was not held.</summary>
public enum ClaimRefusal
{
    /// <summary>Somebody else has it, or this call's other patient has.</summary>
    Taken,

    /// <summary>This call has already booked exactly this for this patient.</summary>
    AlreadyBooked,

    /// <summary>The call is over; a hold for it would wait for nobody.</summary>
    CallEnded,

    /// <summary>The clinic changed its configuration meanwhile: judge the time again by the new rules.</summary>
    RulesChanged,
}
