using NodaTime;

namespace Orchestrator.Core.Messaging;

/// <summary>One thing that the provider said of a text, when we heard it.</summary>
public sealed class SmsReport
{
    public Guid OrgId { get; init; }

    public Guid MessageId { get; init; }

    /// <summary>1 for the first of its text.</summary>
    public int Number { get; init; }

    public Instant At { get; init; }

    /// <summary><c>callback</c>, or <c>asked</c> where we asked.</summary>
    public required string Source { get; init; }

    public required string Status { get; init; }

    public int? ErrorCode { get; init; }

    /// <summary>False for what was known before, or came after the last word.</summary>
    public bool IsNews { get; init; }
}
