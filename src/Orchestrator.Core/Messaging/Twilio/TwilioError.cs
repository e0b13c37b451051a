namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>One error with what follows from it.</summary>
/// <param name="Code">Twilio's number; 0 where the HTTP status alone decided.</param>
/// <param name="Class">What lies behind it.</param>
/// <param name="NextStep">What the conversation does.</param>
/// <param name="Staff">For the clinic's staff: what happened and what to change.</param>
public sealed record TwilioError(int Code, TwilioErrorClass Class, TwilioNextStep NextStep, string Staff)
{
    /// <summary>As the port names it.</summary>
    public SmsRefusalClass Refusal => Class switch
    {
        TwilioErrorClass.BadNumber => NextStep == TwilioNextStep.AskNumberAgain ? SmsRefusalClass.BadNumber : SmsRefusalClass.CannotReceive,
        TwilioErrorClass.BadNumberOrConfig or TwilioErrorClass.DeliveryFailedPermanent => SmsRefusalClass.CannotReceive,
        TwilioErrorClass.OptedOut => SmsRefusalClass.OptedOut,
        TwilioErrorClass.CredentialInvalid or TwilioErrorClass.ConfigurationError or TwilioErrorClass.AccountLimit or TwilioErrorClass.GeoBlocked
            or TwilioErrorClass.SenderBackpressure or TwilioErrorClass.SenderBlocked or TwilioErrorClass.RetryWithoutOption => SmsRefusalClass.Account,
        TwilioErrorClass.RetryableNotProcessed or TwilioErrorClass.OutcomeUnknown or TwilioErrorClass.ProgramError
            or TwilioErrorClass.DeliveryFailedTransient or TwilioErrorClass.FraudBlocked => SmsRefusalClass.Other,
    };

    /// <summary>Somebody has to act: the same will happen to the next caller.</summary>
    public bool NeedsAlarm => Class switch
    {
        TwilioErrorClass.CredentialInvalid or TwilioErrorClass.ConfigurationError or TwilioErrorClass.AccountLimit or TwilioErrorClass.BadNumberOrConfig
            or TwilioErrorClass.GeoBlocked or TwilioErrorClass.SenderBackpressure or TwilioErrorClass.ProgramError or TwilioErrorClass.SenderBlocked
            or TwilioErrorClass.FraudBlocked => true,
        TwilioErrorClass.RetryableNotProcessed or TwilioErrorClass.OutcomeUnknown or TwilioErrorClass.BadNumber or TwilioErrorClass.OptedOut
            or TwilioErrorClass.RetryWithoutOption or TwilioErrorClass.DeliveryFailedTransient or TwilioErrorClass.DeliveryFailedPermanent => false,
    };

    /// <summary>For the caller, in English; never names Twilio, an account or a reason that is the clinic's own affair.</summary>
    public string Caller => Class == TwilioErrorClass.OptedOut
        ? "Texts from this clinic are blocked on that number. Is there another mobile number? Otherwise our staff will confirm with you."
        : NextStep switch
        {
            TwilioNextStep.AskNumberAgain => "That number does not seem right. Could you say it again, digit by digit?",
            TwilioNextStep.AskMobileNumber => "That number cannot get texts. Is there a mobile number I could use?",
            TwilioNextStep.AskOtherNumber => "I cannot text that number. Is there another mobile number?",
            TwilioNextStep.OfferResend => "The text did not get through. Shall I send another one?",
            TwilioNextStep.HandToStaff => "I cannot text you a code now. Your time stays reserved and our staff will confirm it.",
            TwilioNextStep.Wait => "It may take a moment. Read it to me if it arrives.",
        };
}
