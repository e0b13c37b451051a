namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>What lies behind one of Twilio's error codes.</summary>
public enum TwilioErrorClass
{
    /// <summary>The login is not good, or not for this.</summary>
    CredentialInvalid,

    /// <summary>A sender, account or setting is wrong on the clinic's side.</summary>
    ConfigurationError,

    /// <summary>Too much at once; provably not processed.</summary>
    RetryableNotProcessed,

    /// <summary>The account may not send this, or not so much.</summary>
    AccountLimit,

    /// <summary>Twilio failed; the text may still go out.</summary>
    OutcomeUnknown,

    /// <summary>The patient's number is wrong, or is no mobile number.</summary>
    BadNumber,

    /// <summary>The pair of sender and number has no route.</summary>
    BadNumberOrConfig,

    /// <summary>The account does not send to that country.</summary>
    GeoBlocked,

    /// <summary>The person has asked for no texts from this sender.</summary>
    OptedOut,

    /// <summary>The sender's queue is full.</summary>
    SenderBackpressure,

    /// <summary>We asked for something impossible.</summary>
    ProgramError,

    /// <summary>The account may not use an option of ours; without it the text would pass.</summary>
    RetryWithoutOption,

    /// <summary>It did not arrive; another one may.</summary>
    DeliveryFailedTransient,

    /// <summary>It did not arrive, and no other one will.</summary>
    DeliveryFailedPermanent,

    /// <summary>Carriers or Twilio stop this sender's texts.</summary>
    SenderBlocked,

    /// <summary>Taken for fraud.</summary>
    FraudBlocked,
}
