namespace Orchestrator.Core.Messaging;

/// <summary>Why a text did not arrive or may not have, by what the clinic can do about it.</summary>
public enum SmsReason
{
    /// <summary>No phone has that number.</summary>
    BadNumber,

    /// <summary>The number gets no texts: a landline, or blocked by its owner or carrier.</summary>
    CannotReceive,

    /// <summary>The person has answered STOP.</summary>
    OptedOut,

    /// <summary>The phone is off or out of reach, or its carrier failed; another text may arrive.</summary>
    Unreachable,

    /// <summary>The clinic's account, credential or sender.</summary>
    Account,

    /// <summary>The provider was not reached, or had no time: nothing left.</summary>
    NotReached,

    /// <summary>The provider did not answer: it may have arrived.</summary>
    NoAnswer,

    /// <summary>Refused or stopped for another reason.</summary>
    Other,
}
