using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Desk;
using Orchestrator.Web.Components.Shared;

namespace Orchestrator.Web.Components.Desk;

/// <summary>How a call's state looks.</summary>
public static class CallLook
{
    public static StateLook Of(CallOutcome outcome, bool isLive) => isLive ? Of(CallState.OnTheLine) : outcome switch
    {
        CallOutcome.Booked => Of(CallState.Booked),
        CallOutcome.Transferred => Of(CallState.Transferred),
        CallOutcome.NeedsStaff => new(Tone.Coral, "hand", "Needs staff"),
        CallOutcome.CodeSent => new(Tone.Grey, "message", "Left after the code"),
        CallOutcome.Held => new(Tone.Grey, "hourglass", "Left after a hold"),
        CallOutcome.Found => new(Tone.Grey, "clock", "Left after the offers"),
        CallOutcome.Asked => new(Tone.Grey, "clock", "Left without an offer"),
        CallOutcome.NoIntent => new(Tone.Grey, "clock", "Asked for no time"),
    };

    public static StateLook Of(CallState state) => state switch
    {
        CallState.OnTheLine => new(Tone.Blue, "phone", "On the line"),
        CallState.Booked => new(Tone.Green, "calendar-check", "Booked"),
        CallState.Transferred => new(Tone.Coral, "hand", "Passed on"),
        CallState.Ended => new(Tone.Grey, "clock", "Not booked"),
    };
}
