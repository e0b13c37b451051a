using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Core.Auditing;

internal static class AuditModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<AuditEvent>(e =>
        {
            e.ToTable("audit_event");
            e.HasKey(x => new { x.OrgId, x.Seq });
        });
        model.Entity<AuditHead>(e =>
        {
            e.ToTable("audit_head");
            e.HasKey(x => x.OrgId);
        });
    }
}
