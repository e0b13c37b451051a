using Orchestrator.Core.Booking;

namespace Orchestrator.Web.Components.Desk;

/// <summary>Audit rows, tools and reasons in plain words. What is not known here is shown as it is stored.</summary>
public static class ActWords
{
    /// <summary>What was done, to follow a name: "Ada released the time".</summary>
    public static string Of(string action, string outcome, string? detail = null) => (action, outcome) switch
    {
        ("hold.claimed", _) => "held the time",
        ("hold.replaced", _) => "moved the hold to another time",
        ("hold.released", "call_ended") => "released the time when the call ended",
        ("hold.released", _) => "released the time",
        ("hold.expired", _) => "let the hold run out",
        ("hold.extended", _) => $"kept the time longer ({detail ?? "once more"})",
        ("hold.needs_staff", _) => $"asked for a person: {Why(outcome)}",
        ("appointment.booked", "by_code") => "booked it with the code",
        ("appointment.booked", "by_staff") => $"booked it without a code: {Reason(detail)}",
        ("appointment.booked", _) => "booked it; no code is asked for",
        ("code.verified", "ok") => "read back the right code",
        ("code.verified", "wrong") => $"read back a wrong code ({detail})",
        ("code.verified", "locked" or "ceiling") => "read back too many wrong codes",
        ("code.verified", "no_code") => "read back a code when none was live",
        ("code.verified", "hold_expired") => "read the right code back too late",
        ("code.sent", "accepted") => "texted a code",
        ("code.sent", "refused") => "could not text a code",
        ("code.sent", "abandoned") => "stopped before a code left",
        ("text.reported", "delivered") => "said that the code was delivered",
        ("text.reported", "undelivered" or "failed") => $"said that the code did not arrive ({detail ?? "no reason given"})",
        ("text.reported", _) => $"said of the code: {outcome}",
        ("code.sent", _) => "texted a code; nobody knows yet whether it went out",
        ("hold.phone_changed", _) => "changed the number that gets the code",
        ("report.stored", "withheld") => "closed the record of the call; some of it was withheld",
        ("report.stored", _) => "closed the record of the call, redacted",
        ("transcript.read", _) => "read what was said",
        ("audit.exported", "begun") => $"began to export the audit ({detail})",
        ("audit.exported", _) => $"exported the audit ({detail})",
        ("holds.exported", "begun") => $"began to export holds ({detail})",
        ("holds.exported", _) => $"exported holds ({detail})",
        ("messages.exported", "begun") => $"began to export messages ({detail})",
        ("messages.exported", _) => $"exported messages ({detail})",
        ("calls.exported", "begun") => $"began to export calls ({detail})",
        ("calls.exported", _) => $"exported calls ({detail})",
        ("retention.purged", _) => $"removed what is kept no longer ({detail})",
        ("credential.drafted", _) => $"began a new credential ({detail})",
        ("credential.created", "failed") => $"asked Twilio for a secret, in vain ({detail})",
        ("credential.created", _) => $"had Twilio make a secret ({detail})",
        ("credential.tested", "passed") => $"tested a credential, which works ({detail})",
        ("credential.tested", _) => $"tested a credential, which failed ({detail})",
        ("credential.texted", _) => $"sent a test text ({detail})",
        ("credential.activated", _) => $"put a credential into use ({detail})",
        ("credential.promoted", _) => $"made the new auth token the primary one ({detail})",
        ("credential.revoked", "emergency") => $"revoked a credential at once ({detail})",
        ("credential.revoked", _) => $"revoked a credential ({detail})",
        ("credential.deleted", _) => $"had a secret deleted at Twilio ({detail})",
        ("credential.rejected", _) => $"found that Twilio refuses the credential in use ({detail})",
        ("keys.rewrapped", _) => $"sealed secrets again under a new key ({detail})",
        ("redaction.policy", _) => $"changed the redaction policy ({detail})",
        ("redaction.previewed", _) => $"tried the redaction on a text ({detail})",
        ("redaction.rerun", "begun") => $"began to redact stored transcripts again ({detail})",
        ("redaction.rerun", _) => $"redacted stored transcripts again ({detail})",
        ("member.set_role", _) => $"set a role ({detail})",
        ("member.remove", _) => "ended somebody's access",
        _ => $"{action.Replace('_', ' ').Replace('.', ' ')}: {outcome.Replace('_', ' ')}",
    };

    public static string Tool(string tool) => tool switch
    {
        "check_availability" => "Looked for free times",
        "claim_slot" => "Held a time",
        "send_otp" => "Asked to text a code",
        "verify_otp" => "Checked the code",
        "confirm_appointment" => "Confirmed the appointment",
        "release_hold" => "Released the time",
        _ => tool.Replace('_', ' '),
    };

    /// <summary>A tool with what it answered; none while it runs.</summary>
    public static string Tool(string tool, string? code) => (tool, code) switch
    {
        (_, null) => $"{Tool(tool)} …",
        ("check_availability", "available") => "Looked for free times and offered some",
        ("check_availability", "no_availability" or "outside_hours") => "Looked for free times and found none",
        ("claim_slot", "held") => "Held the time",
        ("claim_slot", "slot_taken") => "Wanted a time that was taken",
        ("send_otp", "otp_sent") => "Texted a code",
        ("send_otp", "otp_pending") => "Texted a code; the phone company has yet to answer",
        ("send_otp", "otp_cooldown") => "Wanted another code too soon",
        ("send_otp", "needs_staff") => "No more codes could be texted",
        ("send_otp", "otp_failed") => "Could not text a code",
        ("verify_otp", "verified") => "Heard the right code and booked it",
        ("verify_otp", "otp_wrong") => "Heard a wrong code",
        ("verify_otp", "otp_locked") => "Heard too many wrong codes",
        ("confirm_appointment", "confirmed") => "Confirmed the appointment",
        ("release_hold", "released") => "Released the time",
        (_, "invalid_argument" or "missing_argument" or "date_unclear") => $"{Tool(tool)}, but did not understand the caller",
        _ => $"{Tool(tool)}: {code.Replace('_', ' ')}",
    };

    public static string Text(string state) => state switch
    {
        "accepted" => "with the phone company",
        "delivered" => "delivered",
        "undelivered" => "not delivered",
        "refused" => "refused",
        "unknown" => "not known whether it went out",
        "abandoned" => "never left",
        _ => "on its way",
    };

    /// <summary>Why a hold waits for a person.</summary>
    public static string Why(string? why) => why switch
    {
        "no_more_codes" => "no more codes can be texted",
        "text_refused" => "the text with the code was refused",
        "text_blocked" => "the patient gets no texts from this clinic",
        "text_failed" => "the code did not arrive, and another would not",
        "no_sms_credential" => "texts are not set up",
        "locked" or "ceiling" or "too_many_guesses" => "too many wrong codes",
        null => "the call was passed to your team",
        _ => why.Replace('_', ' '),
    };

    public static string Reason(StaffReason reason) => reason switch
    {
        StaffReason.CalledBack => "Called back on a number we know",
        StaffReason.KnownOnTheLine => "On the line, and I know them",
        StaffReason.AtTheDesk => "The patient is at the desk",
        StaffReason.CannotGetTexts => "No texts there; checked otherwise",
        StaffReason.Other => "Something else (say what)",
    };

    private static string Reason(string? detail) => detail switch
    {
        "called_back" => "the patient was called back",
        "known_on_the_line" => "the patient was known on the line",
        "at_the_desk" => "the patient was at the desk",
        "cannot_get_texts" => "the phone cannot get texts",
        null => "by staff",
        _ => detail.Replace('_', ' '),
    };
}
