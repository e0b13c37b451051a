using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Tenancy.Stored;

namespace Orchestrator.Core.Calls.Reruns;

internal static class RunModel
{
    public static void Configure(ModelBuilder model) => model.Entity<RedactionRun>(e =>
    {
        e.ToTable("redaction_run");
        e.HasKey(x => new { x.OrgId, x.Id });
        e.HasOne<Organization>().WithMany().HasForeignKey(x => x.OrgId);
    });
}
