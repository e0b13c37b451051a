using Orchestrator.Core.Contacts;
using Orchestrator.Core.Messaging;

namespace Orchestrator.Core.Verification;

/// <summary>The phone that a code is for.</summary>
/// <param name="Phone">E.164.</param>
/// <param name="CannotReceive">A text to it was refused or not delivered because that number gets none.</param>
internal sealed record CodeTarget(string Phone, bool CannotReceive)
{
    /// <summary>
    /// A text; a call where it gets no texts; none where it gets neither. The line that the caller is speaking on is busy, so
    /// it is never called. The sandbox takes every text.
    /// </summary>
    public CodeChannel? ChannelFor(SmsCredential credential, string? callerPhone, bool mayCall)
    {
        if (credential is not TwilioCredential twilio || !(CannotReceive || IsLandline))
            return CodeChannel.Text;
        return mayCall && twilio.Sender.From is not null && Phone != callerPhone ? CodeChannel.Voice : null;
    }

    private bool IsLandline => PhoneNumber.TryParseE164(Phone, out var number) && number.IsLandline;

    public override string ToString() => "CodeTarget";
}
