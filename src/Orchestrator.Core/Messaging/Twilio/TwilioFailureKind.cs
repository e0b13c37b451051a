namespace Orchestrator.Core.Messaging.Twilio;

public enum TwilioFailureKind
{
    /// <summary>It never reached Twilio, or Twilio had no time for it: nothing has changed.</summary>
    NotSent,

    /// <summary>Twilio said no: nothing has changed.</summary>
    Refused,

    /// <summary>It may have been done; a secret in the lost answer cannot be read again.</summary>
    Unknown,
}
