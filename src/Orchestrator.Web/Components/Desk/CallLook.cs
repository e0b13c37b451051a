using Orchestrator.Core.Desk;
using Orchestrator.Web.Components.Shared;

namespace Orchestrator.Web.Components.Desk;

/// <summary>How a call's state looks.</summary>
public static class CallLook
{
    public static StateLook Of(CallState state) => state switch
    {
        CallState.OnTheLine => new(Tone.Blue, "phone", "On the line"),
        CallState.Booked => new(Tone.Green, "calendar-check", "Booked"),
        CallState.Transferred => new(Tone.Coral, "hand", "Passed on"),
        CallState.Ended => new(Tone.Grey, "clock", "Ended"),
    };
}
