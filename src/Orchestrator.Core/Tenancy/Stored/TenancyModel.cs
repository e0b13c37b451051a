using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Core.Tenancy.Stored;

internal static class TenancyModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Organization>(e =>
        {
            e.ToTable("organization");
            e.HasIndex(x => x.Slug).IsUnique();
        });
        model.Entity<OrgSettings>(e =>
        {
            e.ToTable("org_settings");
            e.HasKey(x => x.OrgId);
            e.HasOne<Organization>().WithOne().HasForeignKey<OrgSettings>(x => x.OrgId);
        });
        model.Entity<StoredVoiceSecret>(e =>
        {
            e.ToTable("voice_secret");
            e.HasKey(x => x.Hash);
            e.HasIndex(x => x.OrgId);
            e.HasOne<Organization>().WithMany().HasForeignKey(x => x.OrgId);
        });
        model.Entity<StoredVoiceNumber>(e =>
        {
            e.ToTable("voice_number");
            e.HasKey(x => x.Id);
            e.HasIndex(x => x.Number).IsUnique();
            e.HasIndex(x => x.OrgId);
            e.HasOne<Organization>().WithMany().HasForeignKey(x => x.OrgId);
        });
        model.Entity<StoredVoiceAssistant>(e =>
        {
            e.ToTable("voice_assistant");
            e.HasKey(x => x.Id);
            e.HasIndex(x => x.OrgId);
            e.HasOne<Organization>().WithMany().HasForeignKey(x => x.OrgId);
        });
    }
}
