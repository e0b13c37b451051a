using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Tenancy.Stored;

namespace Orchestrator.Core.Redaction.Policies;

internal static class PolicyModel
{
    public static void Configure(ModelBuilder model) => model.Entity<StoredPolicy>(e =>
    {
        e.ToTable("redaction_policy");
        e.HasKey(x => new { x.OrgId, x.Version });
        e.HasOne<Organization>().WithMany().HasForeignKey(x => x.OrgId);
        e.Property(x => x.Overrides).HasColumnType("jsonb");
    });
}
