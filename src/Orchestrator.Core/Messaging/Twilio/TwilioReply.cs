namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>What one request came to, before anybody judges it.</summary>
internal abstract record TwilioReply
{
    private TwilioReply()
    {
    }

    /// <param name="Body">Null where it broke off, was too long or too slow. May hold an auth token: never logged or stored.</param>
    /// <param name="RetryAfter">As the answer asked, where it did.</param>
    public sealed record Answered(int Status, byte[]? Body, TimeSpan? RetryAfter) : TwilioReply
    {
        public bool IsSuccess => Status is >= 200 and < 300;

        public override string ToString() => $"Answered {Status}";
    }

    /// <summary>The request provably never reached the service.</summary>
    public sealed record NotConnected(string Reason) : TwilioReply;

    /// <summary>The request may have been processed.</summary>
    public sealed record Lost(string Reason) : TwilioReply;
}
