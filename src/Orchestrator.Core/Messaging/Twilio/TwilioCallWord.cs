namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>Twilio's words for how far a call has come, as those of a text.</summary>
public static class TwilioCallWord
{
    /// <summary>A call that was answered and ended has said its code. Null for words that Twilio may add.</summary>
    public static SmsStatus? Read(string? word) => word switch
    {
        "queued" => SmsStatus.Queued,
        "initiated" or "ringing" => SmsStatus.Sending,
        "in-progress" => SmsStatus.Sent,
        "completed" => SmsStatus.Delivered,
        "busy" or "no-answer" => SmsStatus.Undelivered,
        "failed" or "canceled" => SmsStatus.Failed,
        _ => null,
    };
}
