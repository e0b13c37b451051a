using NodaTime;
using Orchestrator.Core.Booking;

namespace Orchestrator.Core.Calls.Records;

/// <summary>A time was held, or a hold became an appointment.</summary>
/// <param name="IsConfirmation">False for the hold, true for what it became.</param>
/// <param name="Status">What the booking is now.</param>
public sealed record HoldMoment(
    Instant At, Guid BookingId, bool IsConfirmation, BookingStatus Status, Instant StartsAt, string ProviderName, string ServiceName) : CallMoment(At);
