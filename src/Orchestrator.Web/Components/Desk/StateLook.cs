using Orchestrator.Core.Booking;
using Orchestrator.Core.Desk;

namespace Orchestrator.Web.Components.Desk;

/// <summary>How a state looks: a colour, an icon and a word, always all three.</summary>
/// <param name="Tone">A class of desk.css.</param>
/// <param name="Icon">A name of <see cref="Shared.IconPaths"/>.</param>
public sealed record StateLook(string Tone, string Icon, string Word)
{
    public static StateLook CodeSent { get; } = new("blue", "message", "Code sent");

    public static StateLook Of(BookingStatus status) => status switch
    {
        BookingStatus.Held => new("amber", "hourglass", "Held"),
        BookingStatus.NeedsStaff => new("coral", "hand", "Needs staff"),
        BookingStatus.Booked => new("green", "calendar-check", "Booked"),
        BookingStatus.Arrived => new("green", "user-check", "Arrived"),
        BookingStatus.Fulfilled => new("green", "check", "Seen"),
        BookingStatus.Noshow => new("grey", "user-minus", "No-show"),
        BookingStatus.Cancelled => new("grey", "close", "Cancelled"),
        BookingStatus.Released => new("grey", "undo", "Given back"),
        BookingStatus.Expired => new("grey", "clock", "Ran out"),
    };

    public static StateLook Of(CallState state) => state switch
    {
        CallState.OnTheLine => new("blue", "phone", "On the line"),
        CallState.Booked => new("green", "calendar-check", "Booked"),
        CallState.Transferred => new("coral", "hand", "Passed on"),
        CallState.Ended => new("grey", "clock", "Ended"),
    };
}
