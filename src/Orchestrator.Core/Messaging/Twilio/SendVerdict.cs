namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>
/// The four ends of a send, decided in this order: did it get there, what does the HTTP status say, what does the code say.
/// </summary>
internal static class SendVerdict
{
    public static SmsSendResult Of(SendAttempt attempt) => attempt switch
    {
        SendAttempt.NotConnected failed => new SmsSendResult.NotSent(failed.Reason, null),
        SendAttempt.Lost lost => new SmsSendResult.Unknown(lost.Reason, null),
        SendAttempt.Answered answer => Of(answer),
        _ => throw new InvalidOperationException("A request has three ends."),
    };

    private static SmsSendResult Of(SendAttempt.Answered answer) => answer.HttpStatus switch
    {
        >= 200 and < 300 when TwilioSid.IsMessage(answer.MessageSid) || TwilioSid.IsCall(answer.MessageSid) =>
            new SmsSendResult.Accepted(answer.MessageSid, Word(answer.Word), answer.Segments is > 0 ? answer.Segments : null),
        >= 200 and < 300 => new SmsSendResult.Unknown("the answer held no message id", answer.HttpStatus),
        // Never processed; but an account over its daily limit stays so, and is a refusal to whoever waits.
        429 when TwilioErrors.Find(answer.ErrorCode) is { Class: TwilioErrorClass.AccountLimit } error => Refused(answer, error),
        429 => new SmsSendResult.NotSent("too many requests", answer.RetryAfter),
        >= 400 and < 500 => Refused(answer, TwilioErrors.OfRefusal(answer.HttpStatus, answer.ErrorCode)),
        _ => new SmsSendResult.Unknown("the service failed", answer.HttpStatus),
    };

    /// <summary>
    /// It is stored: a word that we do not know, or no word at all, is worth no more than "accepted". Nor is a final one, for
    /// whatever is reported or asked later would count as known already.
    /// </summary>
    private static string Word(string? word) => (TwilioStatusWord.Read(word) ?? TwilioCallWord.Read(word)) is { } status && !status.IsFinal() ? word! : "accepted";

    private static SmsSendResult.Refused Refused(SendAttempt.Answered answer, TwilioError error) => new(error.Refusal, answer.HttpStatus, answer.ErrorCode);
}
