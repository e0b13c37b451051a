using NodaTime;

namespace Orchestrator.Core.Messaging;

/// <summary>A text as its provider remembers it.</summary>
/// <param name="MessageId">The provider's id.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="ErrorCode">Why it did not arrive, where told.</param>
/// <param name="CreatedAt">When the provider took it, by its clock, to the second.</param>
/// <param name="Body">Its words, where the provider keeps them: with a code in them. Never logged or stored.</param>
public sealed record SmsRecord(string MessageId, SmsStatus Status, int? ErrorCode, Instant? CreatedAt, string? Body)
{
    public override string ToString() => $"SmsRecord {MessageId} {Status}";
}
