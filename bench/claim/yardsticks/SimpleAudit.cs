namespace Orchestrator.Claim.Bench;

internal sealed class SimpleAudit
{
    public long Id { get; set; }

    public Guid OrgId { get; set; }

    public DateTime At { get; set; }

    public string Actor { get; set; } = "";

    public string Action { get; set; } = "";

    public Guid? Subject { get; set; }
}
