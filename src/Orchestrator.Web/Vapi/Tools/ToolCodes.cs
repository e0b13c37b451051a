namespace Orchestrator.Web.Vapi.Tools;

/// <summary>The closed list of codes that a tool may answer with.</summary>
public static class ToolCodes
{
    public const string Available = "available";
    public const string NoAvailability = "no_availability";
    public const string Held = "held";
    public const string SlotTaken = "slot_taken";
    public const string MissingArgument = "missing_argument";
    public const string InvalidArgument = "invalid_argument";
    public const string DateUnclear = "date_unclear";
    public const string PastDate = "past_date";
    public const string OutsideHours = "outside_hours";
    public const string UnknownService = "unknown_service";
    public const string UnknownProvider = "unknown_provider";
    public const string Ambiguous = "ambiguous";
    public const string OtpSent = "otp_sent";
    public const string OtpPending = "otp_pending";
    public const string OtpCooldown = "otp_cooldown";
    public const string OtpFailed = "otp_failed";
    public const string OtpWrong = "otp_wrong";
    public const string OtpLocked = "otp_locked";
    public const string Verified = "verified";
    public const string NotVerified = "not_verified";
    public const string NeedsStaff = "needs_staff";
    public const string HoldExpired = "hold_expired";
    public const string HoldNotFound = "hold_not_found";
    public const string Confirmed = "confirmed";
    public const string AlreadyConfirmed = "already_confirmed";
    public const string Released = "released";
    public const string Rescheduled = "rescheduled";
    public const string Cancelled = "cancelled";
    public const string Transferred = "transferred";
    public const string CallbackBooked = "callback_booked";
    public const string Waitlisted = "waitlisted";
    public const string CallerKnown = "caller_known";
    public const string CallerUnknown = "caller_unknown";
    public const string Services = "services";
    public const string CallEnded = "call_ended";
    public const string UnknownTool = "unknown_tool";
    public const string UnknownTenant = "unknown_tenant";
    public const string TemporarilyUnavailable = "temporarily_unavailable";
}
