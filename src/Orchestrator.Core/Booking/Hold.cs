using NodaTime;

namespace Orchestrator.Core.Booking;

/// <summary>A ledger row as an operation sees it: a hold, or the appointment that it has become.</summary>
/// <param name="PatientPhone">E.164; where the code goes.</param>
public sealed record Hold(
    Guid Id,
    Guid ProviderId,
    Guid ServiceId,
    Instant StartsAt,
    Instant EndsAt,
    BookingStatus Status,
    Instant? ExpiresAt,
    string? CallId,
    string? PatientPhone)
{
    public bool IsAppointment => Status is BookingStatus.Booked or BookingStatus.Arrived or BookingStatus.Fulfilled;

    /// <summary>Whether it still keeps its time for a caller who has yet to confirm.</summary>
    public bool IsLive(Instant now) => Status is BookingStatus.Held or BookingStatus.NeedsStaff && ExpiresAt > now;

    public override string ToString() => $"Hold {Id} {Status}";
}
