namespace Orchestrator.Core.Messaging;

/// <summary>The four ends of a send. There is no fifth, and only <see cref="Accepted"/> carries a message id.</summary>
public abstract record SmsSendResult
{
    private SmsSendResult()
    {
    }

    /// <param name="MessageId">The provider's id: the only proof that a text is on its way. Never empty.</param>
    /// <param name="Status">The provider's first status word.</param>
    /// <param name="Segments">Billed parts, where known.</param>
    public sealed record Accepted(string MessageId, string Status, int? Segments) : SmsSendResult;

    /// <summary>The provider said no; nothing was sent.</summary>
    public sealed record Refused(SmsRefusalClass Class, int HttpStatus, int? ErrorCode) : SmsSendResult;

    /// <summary>Provably not processed; it may be tried again.</summary>
    public sealed record NotSent(string Reason, TimeSpan? RetryAfter) : SmsSendResult;

    /// <summary>Nobody knows. The code stays good and nothing is repeated by itself.</summary>
    public sealed record Unknown(string Reason, int? HttpStatus) : SmsSendResult;
}
