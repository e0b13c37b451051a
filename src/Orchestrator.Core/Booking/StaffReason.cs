namespace Orchestrator.Core.Booking;

/// <summary>Why staff confirm without a code. The name stands in the audit row, in snake case.</summary>
public enum StaffReason
{
    /// <summary>Staff spoke with the patient on a number that the clinic knows.</summary>
    CalledBack,

    /// <summary>Staff took the call over and know who it is.</summary>
    KnownOnTheLine,

    /// <summary>The patient stands at the desk.</summary>
    AtTheDesk,

    /// <summary>The phone cannot get texts and staff checked the patient otherwise.</summary>
    CannotGetTexts,

    /// <summary>Something else, which the note says.</summary>
    Other,
}
