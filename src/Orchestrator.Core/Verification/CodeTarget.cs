using Orchestrator.Core.Contacts;
using Orchestrator.Core.Messaging;

namespace Orchestrator.Core.Verification;

/// <summary>The phone that a code is for.</summary>
/// <param name="Phone">E.164.</param>
/// <param name="Trouble">Why another text to it for this hold is no use, where earlier ones have told.</param>
internal sealed record CodeTarget(string Phone, SmsReason? Trouble)
{
    /// <summary>
    /// A text; a call where it gets no texts; none where it gets neither. The line that the caller is speaking on is busy, so
    /// it is never called; a costly number is asked for by those who earn by it, and gets neither. The sandbox takes every text.
    /// </summary>
    public CodeChannel? ChannelFor(SmsCredential credential, string? callerPhone, bool mayCall)
    {
        var number = PhoneNumber.TryParseE164(Phone, out var parsed) ? parsed : null;
        if (credential is not TwilioCredential twilio || !(Trouble == SmsReason.CannotReceive || number is { IsLandline: true } or { IsCostly: true }))
            return CodeChannel.Text;
        return mayCall && number is not { IsCostly: true } && twilio.Sender.From is not null && Phone != callerPhone ? CodeChannel.Voice : null;
    }

    /// <summary>
    /// What keeps a voice agent from texting it again; none where another text may arrive. Staff may know better: the patient
    /// has sent START meanwhile, or the sender was registered.
    /// </summary>
    public SendRefusalKind? Refusal => Trouble switch
    {
        SmsReason.BadNumber => SendRefusalKind.BadNumber,
        SmsReason.OptedOut => SendRefusalKind.OptedOut,
        SmsReason.Account or SmsReason.Other => SendRefusalKind.Refused,
        SmsReason.CannotReceive or SmsReason.Unreachable or SmsReason.NotReached or SmsReason.NoAnswer or null => null,
    };

    public override string ToString() => "CodeTarget";
}
