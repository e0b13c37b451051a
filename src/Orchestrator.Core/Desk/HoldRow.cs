using NodaTime;
using Orchestrator.Core.Booking;

namespace Orchestrator.Core.Desk;

/// <summary>A hold or appointment in a list.</summary>
/// <param name="Status">As it is now: a hold whose time ran out is expired, swept or not.</param>
/// <param name="LastFour">Last four digits of the phone.</param>
/// <param name="IsCallOver">Nobody is on the line any more.</param>
/// <param name="IsCodeSent">A code was texted and is live.</param>
public sealed record HoldRow(
    Guid Id,
    BookingStatus Status,
    Instant StartsAt,
    Instant EndsAt,
    Guid ProviderId,
    Guid ServiceId,
    string? Patient,
    string? LastFour,
    Instant CreatedAt,
    Instant UpdatedAt,
    Instant? ExpiresAt,
    Instant? ConfirmedAt,
    int Extensions,
    string? CallId,
    bool IsCallOver,
    bool IsCodeSent)
{
    /// <summary>As people see it: a live hold whose call is over waits for one of them.</summary>
    public BookingStatus Stands => Status == BookingStatus.Held && IsCallOver ? BookingStatus.NeedsStaff : Status;

    public SeenHold Seen => new(Id, UpdatedAt);

    public override string ToString() => $"HoldRow {Id} {Status}";
}
