using NodaTime;

namespace Orchestrator.Core.Auditing;

/// <summary>One link of the chain as a list shows it.</summary>
public sealed record AuditRow(
    long Seq, Instant At, string Actor, string Action, string Outcome, string? Subject, string? CallId, string? ToolCallId, string? Detail, string Hash)
{
    /// <summary>The hash's first eight characters: enough to recognise, not to prove.</summary>
    public string ShortHash => Hash[..8];
}
