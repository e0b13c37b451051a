using Orchestrator.Core.Booking;
using Orchestrator.Core.Verification;

namespace Orchestrator.Web.Components.Shared;

/// <summary>How a state looks everywhere: colour, icon and word.</summary>
public sealed record StateLook(Tone Tone, string Icon, string Word)
{
    /// <param name="isCodeSent">A held time whose caller has been texted a code.</param>
    public static StateLook Of(BookingStatus status, bool isCodeSent = false) => status switch
    {
        BookingStatus.Held => isCodeSent ? new(Tone.Blue, "message", "Code sent") : new(Tone.Amber, "hourglass", "Held"),
        BookingStatus.NeedsStaff => new(Tone.Coral, "hand", "Needs staff"),
        BookingStatus.Booked => new(Tone.Green, "calendar-check", "Booked"),
        BookingStatus.Arrived => new(Tone.Green, "user-check", "Arrived"),
        BookingStatus.Fulfilled => new(Tone.Green, "check", "Done"),
        BookingStatus.Noshow => new(Tone.Grey, "user-minus", "No-show"),
        BookingStatus.Cancelled => new(Tone.Grey, "close", "Cancelled"),
        BookingStatus.Released => new(Tone.Grey, "undo", "Released"),
        BookingStatus.Expired => new(Tone.Grey, "clock", "Expired"),
    };

    public static StateLook Of(DispatchState state) => state switch
    {
        DispatchState.Prepared => new(Tone.Grey, "clock", "Preparing"),
        DispatchState.InFlight => new(Tone.Blue, "send", "Sending"),
        DispatchState.Accepted => new(Tone.Blue, "message", "Sent"),
        DispatchState.Delivered => new(Tone.Green, "message-check", "Delivered"),
        DispatchState.Undelivered => new(Tone.Red, "alert", "Not delivered"),
        DispatchState.Refused => new(Tone.Red, "alert", "Failed"),
        DispatchState.Unknown => new(Tone.Amber, "question", "Unclear"),
        DispatchState.Abandoned => new(Tone.Grey, "close", "Given up"),
    };
}
