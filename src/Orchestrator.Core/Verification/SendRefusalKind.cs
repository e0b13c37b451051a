namespace Orchestrator.Core.Verification;

public enum SendRefusalKind
{
    HoldNotFound,
    HoldExpired,
    AlreadyConfirmed,

    /// <summary>A text went out moments ago; its code works.</summary>
    Cooldown,

    /// <summary>No more texts for this challenge, phone, caller or organization: staff confirm. The hold keeps its place.</summary>
    NeedsStaff,

    /// <summary>Too many wrong codes.</summary>
    Locked,

    /// <summary>The clinic has no working text-message credential: staff confirm.</summary>
    NotConfigured,

    /// <summary>The number is nobody's, as it was understood: ask for it again.</summary>
    BadNumber,

    /// <summary>The number gets no texts: another one.</summary>
    CannotReceive,

    /// <summary>Its owner has asked for no texts from this clinic: another one, else staff. Never tried again.</summary>
    OptedOut,

    /// <summary>The provider refused the text for another reason, or stopped the last one for good: staff.</summary>
    Refused,

    /// <summary>The provider could not be reached; nothing was sent and it may be tried again.</summary>
    NotSent,
}
