namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>What the conversation does after an error.</summary>
public enum TwilioNextStep
{
    AskNumberAgain,
    AskMobileNumber,
    AskOtherNumber,
    OfferResend,
    HandToStaff,

    /// <summary>It may still arrive: the code stays good, another one only after the cooldown.</summary>
    Wait,
}
