using NodaTime;

namespace Orchestrator.Core.Booking;

/// <summary>
/// One row of the ledger: a hold, and later the appointment it became. Rows are written by the functions under
/// Persistence/Sql only; the exclusion constraints there forbid two of them in one place.
/// </summary>
public sealed class BookingRecord
{
    public Guid OrgId { get; init; }

    public Guid Id { get; init; }

    public Guid ProviderId { get; init; }

    public Guid ServiceId { get; init; }

    public Guid? RoomId { get; init; }

    public Instant StartsAt { get; init; }

    public Instant EndsAt { get; init; }

    /// <summary>Start with the service's buffer before it: what the provider is really occupied from.</summary>
    public Instant BlockedFrom { get; init; }

    public Instant BlockedTo { get; init; }

    public BookingStatus Status { get; init; }

    /// <summary>When a hold lapses by itself; none once it is an appointment.</summary>
    public Instant? HoldExpiresAt { get; init; }

    /// <summary>The voice call that holds it; opaque text.</summary>
    public string? CallId { get; init; }

    public string? PatientName { get; init; }

    /// <summary>E.164.</summary>
    public string? PatientPhone { get; init; }

    /// <summary>The row's own id, or the session's for group bookings, which may overlap one another.</summary>
    public Guid GroupKey { get; init; }

    /// <summary>Place in the group, from 1.</summary>
    public int Seat { get; init; } = 1;

    public Instant CreatedAt { get; init; }

    public Instant UpdatedAt { get; init; }

    public Instant? ConfirmedAt { get; init; }

    /// <summary>How often staff have made the hold longer.</summary>
    public int Extensions { get; init; }
}
