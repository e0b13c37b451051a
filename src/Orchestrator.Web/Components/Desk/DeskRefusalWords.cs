using NodaTime;
using Orchestrator.Core.Booking;

namespace Orchestrator.Web.Components.Desk;

/// <summary>A refusal in words: what happened, who did it, what to do next.</summary>
public static class DeskRefusalWords
{
    public static string Of(DeskRefusal refusal, ActorWords actors, ClinicWords clinic)
    {
        var who = refusal.LastChange is { } change
            ? $"{actors.Of(change.Actor)} {ActWords.Of(change.Action, change.Outcome)} at {clinic.Time(change.At)}."
            : "";
        return refusal.Kind switch
        {
            DeskRefusalKind.NotFound => "This hold is not there any more.",
            DeskRefusalKind.Lapsed => $"The time ran out before you acted, so it is open to others again. {who}",
            DeskRefusalKind.AlreadyBooked => $"It is booked already. {who}",
            DeskRefusalKind.AlreadyReleased => $"It was released already. {who}",
            DeskRefusalKind.ChangedMeanwhile => $"Nothing was changed: {who} Look again, then decide.",
            DeskRefusalKind.ExtendedEnough => $"It cannot be kept longer: {HoldDesk.MaxExtensions} times at most, and an hour in all. Confirm it or release it.",
            DeskRefusalKind.NoReason => $"Say why in a few words ({HoldDesk.MaxNoteLength} characters at most), so that it can be understood later.",
            DeskRefusalKind.TextedJustNow => $"A code went out moments ago and works. You can text another in {Seconds(refusal.Wait)}.",
            DeskRefusalKind.NoMoreCodes => "No more codes can be texted for this hold. Confirm it yourself once you know the patient.",
            DeskRefusalKind.CodeLocked => "There were too many wrong codes, so codes are closed for this hold. Confirm it yourself once you know the patient.",
            DeskRefusalKind.TextsNotSetUp => "This clinic's texts do not go out now. A manager can look at the credentials; until then confirm without a code.",
            DeskRefusalKind.CannotGetTexts => "That phone cannot get texts. Call the patient back and confirm.",
            DeskRefusalKind.TextsBlocked => "The patient has answered STOP to this clinic's texts. Call them back and confirm; they can undo it by texting START.",
            DeskRefusalKind.TextRefused => "The text was refused by the phone company. Call the patient back and confirm.",
            DeskRefusalKind.TextNotSent => "The text could not be sent just now; nothing went out. Try again in a moment.",
        };
    }

    private static string Seconds(Duration wait) => $"{Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))} seconds";
}
