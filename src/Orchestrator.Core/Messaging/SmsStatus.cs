namespace Orchestrator.Core.Messaging;

/// <summary>How far a text has come, in the order of its rank; the last three are final and the first of them wins.</summary>
public enum SmsStatus
{
    Accepted,
    Queued,
    Sending,
    Sent,
    Delivered,
    Undelivered,
    Failed,
}
