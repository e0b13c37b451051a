using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Booking;

namespace Orchestrator.Core.Messaging;

internal static class MessagingModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<SmsText>(e =>
        {
            e.ToTable("sms_message", table => table.HasCheckConstraint(
                "sent_has_message_id",
                "state not in ('accepted', 'delivered', 'undelivered') or coalesce(provider_message_sid, '') <> ''"));
            e.HasKey(x => new { x.OrgId, x.Id });
            e.HasIndex(x => new { x.OrgId, x.CreatedAt, x.Id });
            e.HasIndex(x => new { x.OrgId, x.BookingId });
            e.HasOne<BookingRecord>().WithMany().HasForeignKey(x => new { x.OrgId, x.BookingId });
        });
        model.Entity<SmsReport>(e =>
        {
            e.ToTable("sms_report");
            e.HasKey(x => new { x.OrgId, x.MessageId, x.Number });
            e.HasOne<SmsText>().WithMany().HasForeignKey(x => new { x.OrgId, x.MessageId });
        });
        model.Entity<DispatchOwner>(e =>
        {
            e.ToTable("dispatch_owner");
            e.HasKey(x => new { x.OrgId, x.Id });
            // The look-up has the id alone. Not unique, for an index that is tells who tries ids which exist.
            e.HasIndex(x => x.Id);
            e.HasOne<SmsText>().WithMany().HasForeignKey(x => new { x.OrgId, x.Id });
        });
    }
}
