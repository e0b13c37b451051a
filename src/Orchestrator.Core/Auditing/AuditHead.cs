namespace Orchestrator.Core.Auditing;

/// <summary>The end of an organization's chain; locked while a row is appended.</summary>
public sealed class AuditHead
{
    public Guid OrgId { get; init; }

    public long Seq { get; init; }

    public required byte[] Hash { get; init; }
}
