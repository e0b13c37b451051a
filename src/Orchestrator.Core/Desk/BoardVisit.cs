using NodaTime;
using Orchestrator.Core.Booking;

namespace Orchestrator.Core.Desk;

/// <summary>An appointment of today.</summary>
public sealed record BoardVisit(
    Guid Id, BookingStatus Status, Instant StartsAt, Instant EndsAt, Guid ProviderId, Guid ServiceId, string? Patient, string? LastFour)
{
    public override string ToString() => $"BoardVisit {Id} {Status}";
}
