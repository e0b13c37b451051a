using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Core.Scheduling.Stored;

internal static class SchedulingModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<StoredLocation>(e =>
        {
            e.ToTable("location");
            e.HasKey(x => new { x.OrgId, x.Id });
            e.HasIndex(x => new { x.OrgId, x.Key }).IsUnique();
            e.Property(x => x.Closures).HasColumnType("jsonb");
        });
        model.Entity<StoredService>(e =>
        {
            e.ToTable("service");
            e.HasKey(x => new { x.OrgId, x.Id });
            e.HasIndex(x => new { x.OrgId, x.Key }).IsUnique();
        });
        model.Entity<StoredProvider>(e =>
        {
            e.ToTable("provider");
            e.HasKey(x => new { x.OrgId, x.Id });
            e.HasIndex(x => new { x.OrgId, x.Key }).IsUnique();
            e.HasOne<StoredLocation>().WithMany().HasForeignKey(x => new { x.OrgId, x.LocationId });
            e.Property(x => x.WorkingHours).HasColumnType("jsonb");
            e.Property(x => x.Breaks).HasColumnType("jsonb");
            e.Property(x => x.DateOverrides).HasColumnType("jsonb");
            e.Property(x => x.TimeOff).HasColumnType("jsonb");
        });
        model.Entity<StoredRoom>(e =>
        {
            e.ToTable("room");
            e.HasKey(x => new { x.OrgId, x.Id });
            e.HasIndex(x => new { x.OrgId, x.Key }).IsUnique();
            e.HasOne<StoredLocation>().WithMany().HasForeignKey(x => new { x.OrgId, x.LocationId });
        });
        model.Entity<ExternalBusy>(e =>
        {
            e.ToTable("external_busy");
            e.HasKey(x => new { x.OrgId, x.Id });
            e.HasIndex(x => new { x.OrgId, x.ProviderId, x.StartsAt });
            e.HasOne<StoredProvider>().WithMany().HasForeignKey(x => new { x.OrgId, x.ProviderId });
        });
    }
}
