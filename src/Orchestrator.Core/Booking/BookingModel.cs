using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Scheduling.Stored;

namespace Orchestrator.Core.Booking;

internal static class BookingModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<BookingRecord>(e =>
        {
            e.ToTable("booking");
            e.HasKey(x => new { x.OrgId, x.Id });
            e.Property(x => x.Extensions).HasDefaultValue(0);
            e.HasOne<StoredProvider>().WithMany().HasForeignKey(x => new { x.OrgId, x.ProviderId });
            e.HasOne<StoredService>().WithMany().HasForeignKey(x => new { x.OrgId, x.ServiceId });
            e.HasOne<StoredRoom>().WithMany().HasForeignKey(x => new { x.OrgId, x.RoomId });
        });
        model.Entity<StaffNote>(e =>
        {
            e.ToTable("staff_note");
            e.HasKey(x => new { x.OrgId, x.Id });
            e.HasIndex(x => new { x.OrgId, x.BookingId });
            e.HasOne<BookingRecord>().WithMany().HasForeignKey(x => new { x.OrgId, x.BookingId });
        });
    }
}
