using Orchestrator.Core;
using Orchestrator.Core.Contacts;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary>The phone that gets the code: the one given, else the caller's own. A number that was given is never replaced.</summary>
internal static class CallerPhone
{
    public static Result<PhoneNumber, ToolAnswer> Read(ToolTurn turn, ToolArgument given)
    {
        if (given.State is ArgumentState.Unusable)
            return AskAgain(turn);
        if (given.TryGet(out var text))
        {
            var read = PhoneNumber.Read(text, turn.Clinic.Country, turn.Clinic.Otp.AllowedCountries);
            if (read.TryGet(out var number, out var refusal))
                return number;
            switch (refusal.Kind)
            {
                case PhoneNumberRefusalKind.Missing:
                    break;
                case PhoneNumberRefusalKind.WrongCountry:
                    return turn.Refused(ToolCodes.InvalidArgument, "I cannot text a number of that country. Is there another number?", RefusalAction.AskAgain).Done();
                case PhoneNumberRefusalKind.Unreadable:
                    return AskAgain(turn);
            }
        }
        return OwnNumber(turn) is { } own
            ? own
            : turn.Refused(ToolCodes.MissingArgument, "Which mobile number may I text the code to?", RefusalAction.AskAgain).Done();
    }

    /// <summary>The number the person calls from, where it can be texted; none when withheld, a SIP address or of a country not allowed.</summary>
    public static PhoneNumber? OwnNumber(ToolTurn turn) =>
        PhoneNumber.Read(turn.Call.CallerNumber, turn.Clinic.Country, turn.Clinic.Otp.AllowedCountries).TryGet(out var number, out _) ? number : null;

    private static ToolAnswer AskAgain(ToolTurn turn) =>
        turn.Refused(ToolCodes.InvalidArgument, "I did not get the phone number. Could you say it once more, digit by digit?", RefusalAction.AskAgain).Done();
}
