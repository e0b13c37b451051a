namespace Orchestrator.Core.Auditing;

/// <summary>How far a walk along the chain has come.</summary>
/// <param name="Checked">Rows proven so far.</param>
/// <param name="Total">Rows that the chain had when the walk began.</param>
public sealed record AuditProgress(long Checked, long Total);
