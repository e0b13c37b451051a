namespace Orchestrator.Core.Auditing;

/// <summary>Where a chain is broken.</summary>
/// <param name="Seq">The first row that does not fit, or the one that is missing.</param>
/// <param name="Reason">What does not fit, in words.</param>
public sealed record AuditBreak(long Seq, string Reason);
