using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Verification;

namespace Orchestrator.Core.Messaging;

/// <summary>
/// A text's reason as it is stored and as it is told. Stored is a name of <see cref="SmsReason"/> (a refusal's class has the
/// same names), or a sentence of ours where the provider said nothing.
/// </summary>
public static class SmsReasons
{
    private static readonly string[] s_names = Enum.GetNames<SmsReason>();

    /// <summary>The names that a stored reason can be; everything else is a sentence.</summary>
    public static IReadOnlyList<string> Names => s_names;

    /// <summary>None for a text that has no trouble.</summary>
    public static SmsReason? Of(DispatchState state, string? stored) => state switch
    {
        DispatchState.Refused => Enum.TryParse<SmsReason>(stored, out var reason) ? reason : SmsReason.NotReached,
        DispatchState.Undelivered => Enum.TryParse<SmsReason>(stored, out var reason) ? reason : SmsReason.Other,
        DispatchState.Unknown => SmsReason.NoAnswer,
        DispatchState.Abandoned => SmsReason.NotReached,
        DispatchState.Prepared or DispatchState.InFlight or DispatchState.Accepted or DispatchState.Delivered => null,
    };

    /// <summary>What happened and what to change, for the clinic's people; none where all is well.</summary>
    public static string? Explain(DispatchState state, int? httpStatus, int? errorCode, string? stored) => state switch
    {
        DispatchState.Refused when httpStatus is { } status => TwilioErrors.OfRefusal(status, errorCode).Staff,
        DispatchState.Refused => $"Nothing was sent: {stored ?? "the provider was not reached"}.",
        DispatchState.Undelivered => TwilioErrors.OfDelivery(errorCode).Staff,
        DispatchState.Unknown => $"Nobody knows whether it went out: {stored ?? "no answer"}. Its code works if it arrives.",
        DispatchState.Abandoned => "The sending process stopped before anything left.",
        DispatchState.Prepared or DispatchState.InFlight or DispatchState.Accepted or DispatchState.Delivered => null,
    };

    /// <summary>What a report of a text that did not arrive comes to; and whether another text would fare no better, so that staff take over.</summary>
    internal static (SmsReason? Reason, bool IsForStaff) OfReport(SmsStatus status, int? errorCode)
    {
        if (status is not (SmsStatus.Undelivered or SmsStatus.Failed))
            return (null, false);
        var error = TwilioErrors.OfDelivery(errorCode);
        return error.NextStep == TwilioNextStep.OfferResend
            ? (SmsReason.Unreachable, false)
            : (Enum.Parse<SmsReason>(error.Refusal.ToString()), error.NextStep == TwilioNextStep.HandToStaff);
    }
}
