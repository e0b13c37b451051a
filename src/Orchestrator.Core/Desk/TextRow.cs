using NodaTime;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Verification;

namespace Orchestrator.Core.Desk;

/// <summary>A text in a list: no name, no words, of the number the last four digits.</summary>
/// <param name="Attempt">1 for the first text of a code.</param>
/// <param name="Reason">None where all is well.</param>
/// <param name="ReportedAt">When the provider last said something new of it.</param>
public sealed record TextRow(
    Guid Id,
    SmsKind Kind,
    CodeChannel Channel,
    DispatchState State,
    SmsReason? Reason,
    int? ErrorCode,
    string? LastFour,
    int Attempt,
    Guid? HoldId,
    Instant CreatedAt,
    Instant UpdatedAt,
    Instant? ReportedAt,
    string? ProviderMessageId);
