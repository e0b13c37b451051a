namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>Twilio's words for how far a message has come.</summary>
public static class TwilioStatusWord
{
    /// <summary>
    /// The status a word stands for; null for words of incoming messages and for those that Twilio may add. <c>read</c> was
    /// delivered, <c>canceled</c> never will be, <c>scheduled</c> waits, <c>partially_delivered</c> is not all there.
    /// </summary>
    public static SmsStatus? Read(string? word) => word switch
    {
        "accepted" or "scheduled" => SmsStatus.Accepted,
        "queued" => SmsStatus.Queued,
        "sending" => SmsStatus.Sending,
        "sent" or "partially_delivered" => SmsStatus.Sent,
        "delivered" or "read" => SmsStatus.Delivered,
        "undelivered" => SmsStatus.Undelivered,
        "failed" or "canceled" => SmsStatus.Failed,
        _ => null,
    };
}
