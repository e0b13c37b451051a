namespace Orchestrator.Core.Messaging;

/// <summary>What a provider says of one text.</summary>
/// <param name="DispatchId">Which text, as we named it.</param>
/// <param name="MessageId">As the provider names it.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="ErrorCode">Why it did not arrive, where told.</param>
public sealed record StatusReport(Guid DispatchId, string MessageId, SmsStatus Status, int? ErrorCode);
