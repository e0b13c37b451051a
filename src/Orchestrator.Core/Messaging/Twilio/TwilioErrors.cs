using System.Collections.Frozen;
using static Orchestrator.Core.Messaging.Twilio.TwilioErrorClass;
using static Orchestrator.Core.Messaging.Twilio.TwilioNextStep;

namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>
/// The error codes we know. Twilio may change them (it says not to program against a message's <c>error_code</c>), so every
/// other one has a default by its HTTP status, and a status is never overruled by a code.
/// </summary>
public static class TwilioErrors
{
    /// <summary>The known ones: refusals of a request first, then reasons why an accepted text did not arrive.</summary>
    public static IReadOnlyList<TwilioError> Known { get; } =
    [
        new(20003, CredentialInvalid, HandToStaff, "Twilio rejects the credential: the token or key is wrong or deleted, or the account is suspended. Enter a good one."),
        new(20403, CredentialInvalid, HandToStaff, "The Twilio account is suspended or closed. Settle it with Twilio."),
        new(70051, CredentialInvalid, HandToStaff, "The restricted API key lacks a permission. Allow it /twilio/messaging/messages/create and …/read."),
        new(20404, ConfigurationError, HandToStaff, "Twilio knows no such account or object. Check the account SID."),
        new(20429, RetryableNotProcessed, OfferResend, "Twilio had too many requests at once; the text was not taken."),
        new(63038, AccountLimit, HandToStaff, "The account has reached its daily message limit. Ask Twilio to raise it."),
        new(20500, OutcomeUnknown, Wait, "Twilio failed inside; the text may have gone out all the same."),
        new(20503, OutcomeUnknown, Wait, "Twilio was not available; the text may have gone out all the same."),
        new(21211, BadNumber, AskNumberAgain, "The patient's number is not a valid one."),
        new(21614, BadNumber, AskMobileNumber, "The patient's number cannot receive texts."),
        new(21635, BadNumber, AskMobileNumber, "The patient's number is a landline."),
        new(21612, BadNumberOrConfig, AskOtherNumber, "The clinic's sender cannot reach that number. If it recurs, use a sender of that country."),
        new(21408, GeoBlocked, HandToStaff, "The account may not send to that country. Enable it in Twilio's geo permissions if you mean to."),
        new(21610, OptedOut, AskOtherNumber, "The patient has replied STOP to this sender. Only the patient can undo it, by texting START."),
        new(21608, AccountLimit, HandToStaff, "A trial account, or one without its compliance profile, texts verified numbers only. Upgrade it."),
        new(21606, ConfigurationError, HandToStaff, "The sender is not a text-capable number of this account. Choose another."),
        new(21212, ConfigurationError, HandToStaff, "The sender's number is not a valid one. Correct it."),
        new(21601, ConfigurationError, HandToStaff, "The sender's number is not one of this account. Correct it."),
        new(21661, ConfigurationError, HandToStaff, "The sender's number cannot send texts. Choose another."),
        new(21611, SenderBackpressure, HandToStaff, "The sender's queue at Twilio is full. Send less, or add senders."),
        new(21617, ProgramError, HandToStaff, "The text was too long for Twilio: shorten the clinic's text, and report it as a fault."),
        new(21658, ProgramError, HandToStaff, "A value sent to Twilio was too long. Report it as a fault."),
        new(30029, RetryWithoutOption, HandToStaff, "The account may not discard message contents (Message Redaction is not set up)."),
        new(30030, RetryWithoutOption, HandToStaff, "The account may not obfuscate numbers (Message Redaction is not set up)."),

        new(30001, DeliveryFailedTransient, OfferResend, "The text was dropped from a full queue."),
        new(30002, CredentialInvalid, HandToStaff, "The account was suspended while the text waited. Settle it with Twilio."),
        new(30003, DeliveryFailedTransient, OfferResend, "The phone could not be reached: off, or without a network."),
        new(30004, DeliveryFailedPermanent, AskOtherNumber, "The recipient or the carrier blocks texts from this sender."),
        new(30005, BadNumber, AskNumberAgain, "No phone has that number now."),
        new(30006, BadNumber, AskMobileNumber, "The number is a landline, or its carrier takes no texts."),
        new(30007, SenderBlocked, HandToStaff, "The text was filtered as spam. Review the clinic's text and the sender's registration."),
        new(30008, DeliveryFailedTransient, OfferResend, "The carrier gave no reason."),
        new(30022, SenderBackpressure, HandToStaff, "The sender's campaign (US 10DLC) is over its rate. Send less, or raise it."),
        new(30034, SenderBlocked, HandToStaff, "The sender is not registered for US texts (10DLC); every one of them will fail. Register it."),
        new(30035, SenderBlocked, HandToStaff, "The sender is not registered for US texts (10DLC); every one of them will fail. Register it or its campaign."),
        new(30036, DeliveryFailedTransient, OfferResend, "The text waited longer than its code was good for and was dropped."),
        new(30410, DeliveryFailedTransient, OfferResend, "The carrier did not answer Twilio in time."),
        new(30450, FraudBlocked, HandToStaff, "Twilio took the text for SMS pumping and stopped it. Look at who asked for codes."),
    ];

    private static readonly FrozenDictionary<int, TwilioError> s_byCode = Known.ToFrozenDictionary(error => error.Code);

    /// <summary>The known error, or null.</summary>
    public static TwilioError? Find(int? code) => code is { } known ? s_byCode.GetValueOrDefault(known) : null;

    /// <summary>For a refused request: the code where it is known, else what its 4xx status says by itself.</summary>
    public static TwilioError OfRefusal(int httpStatus, int? code) => Find(code) ?? httpStatus switch
    {
        401 or 403 => new(0, CredentialInvalid, HandToStaff, "Twilio does not let this credential send."),
        404 => new(0, ConfigurationError, HandToStaff, "Twilio knows no such account or object. Check the account SID."),
        429 => new(0, RetryableNotProcessed, OfferResend, "Twilio had too many requests at once; the text was not taken."),
        _ => new(0, ProgramError, HandToStaff, "Twilio refused the text for a reason we do not know."),
    };

    /// <summary>For a text that was accepted and did not arrive.</summary>
    public static TwilioError OfDelivery(int? code) =>
        Find(code) ?? new(0, DeliveryFailedTransient, OfferResend, "The text did not arrive, for a reason we do not know.");
}
