using NodaTime;

namespace Orchestrator.Core.Booking;

/// <summary>What staff wrote when they vouched for a caller. May name a person, so it is outside the audit chain and can be erased.</summary>
public sealed class StaffNote
{
    public Guid OrgId { get; init; }

    public Guid Id { get; init; }

    public Guid BookingId { get; init; }

    public Guid UserId { get; init; }

    public Instant At { get; init; }

    public required string Text { get; set; }
}
