using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Core.Credentials;

internal static class CredentialModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<CredentialVersion>(e =>
        {
            e.ToTable("credential_version", table =>
            {
                table.HasCheckConstraint("credential_has_its_secret", "sealed is not null or state in ('draft', 'revoked')");
                table.HasCheckConstraint("revoked_keeps_no_secret", "state <> 'revoked' or sealed is null");
            });
            e.HasKey(x => new { x.OrgId, x.Id });
            e.HasIndex(x => new { x.OrgId, x.Number }).IsUnique();
        });
        model.Entity<CredentialUse>(e =>
        {
            e.ToTable("credential_use");
            e.HasKey(x => new { x.OrgId, x.VersionId, x.Hour });
            e.HasOne<CredentialVersion>().WithMany().HasForeignKey(x => new { x.OrgId, x.VersionId });
        });
    }
}
