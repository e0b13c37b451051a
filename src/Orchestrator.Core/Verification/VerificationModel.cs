using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Booking;

namespace Orchestrator.Core.Verification;

internal static class VerificationModel
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<OtpChallenge>(e =>
        {
            e.ToTable("otp_challenge");
            e.HasKey(x => new { x.OrgId, x.Id });
            e.HasIndex(x => new { x.OrgId, x.BookingId });
            e.HasIndex(x => new { x.OrgId, x.Phone, x.CreatedAt });
            e.HasIndex(x => new { x.OrgId, x.CallerPhone, x.CreatedAt });
            e.HasOne<BookingRecord>().WithMany().HasForeignKey(x => new { x.OrgId, x.BookingId });
        });
        model.Entity<OtpDispatch>(e =>
        {
            e.ToTable("otp_dispatch", table => table.HasCheckConstraint(
                "sent_has_message_id",
                "state not in ('accepted', 'delivered', 'undelivered') or coalesce(provider_message_sid, '') <> ''"));
            e.HasKey(x => new { x.OrgId, x.Id });
            e.HasIndex(x => new { x.OrgId, x.ChallengeId, x.Generation }).IsUnique();
            e.HasIndex(x => new { x.OrgId, x.StartedAt });
            e.Property(x => x.Channel).HasDefaultValue(CodeChannel.Text);
            e.Property(x => x.Checks).HasDefaultValue(0);
            e.HasOne<OtpChallenge>().WithMany().HasForeignKey(x => new { x.OrgId, x.ChallengeId });
        });
    }
}
