namespace Orchestrator.Core.Auditing;

/// <summary>A chain that holds.</summary>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Head">Hash of the last one; empty for an empty chain. Compare it with an anchor kept elsewhere.</param>
public sealed record AuditProof(long Rows, byte[] Head);
