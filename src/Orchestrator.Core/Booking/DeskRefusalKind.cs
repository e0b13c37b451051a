namespace Orchestrator.Core.Booking;

public enum DeskRefusalKind
{
    /// <summary>Never there, or another organization's.</summary>
    NotFound,

    /// <summary>Its time ran out before the action.</summary>
    Lapsed,

    /// <summary>It is an appointment by now.</summary>
    AlreadyBooked,

    /// <summary>It was given back.</summary>
    AlreadyReleased,

    /// <summary>Another person acted on it after it was shown. Look again, then decide.</summary>
    ChangedMeanwhile,

    /// <summary>It was made longer as often, or is as long, as a hold may be.</summary>
    ExtendedEnough,

    /// <summary>No reason that counts: <see cref="StaffReason.Other"/> needs words, and no note is longer than <see cref="HoldDesk.MaxNoteLength"/>.</summary>
    NoReason,

    /// <summary>A text went out moments ago; its code works.</summary>
    TextedJustNow,

    /// <summary>No more codes for this hold, phone or clinic: confirm instead.</summary>
    NoMoreCodes,

    /// <summary>Too many wrong codes: confirm instead.</summary>
    CodeLocked,

    /// <summary>The clinic has no working text-message credential.</summary>
    TextsNotSetUp,

    /// <summary>That phone cannot get texts.</summary>
    CannotGetTexts,

    /// <summary>Its owner has asked for no texts from this clinic.</summary>
    TextsBlocked,

    /// <summary>The provider refused the text.</summary>
    TextRefused,

    /// <summary>The provider could not be reached; nothing was sent.</summary>
    TextNotSent,
}
