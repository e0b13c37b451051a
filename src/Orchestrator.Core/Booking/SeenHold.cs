using NodaTime;

namespace Orchestrator.Core.Booking;

/// <summary>A hold as somebody saw it when they decided to act.</summary>
/// <param name="Id">Which.</param>
/// <param name="UpdatedAt">Its last change as shown; another person's change after it refuses the action.</param>
public sealed record SeenHold(Guid Id, Instant UpdatedAt);
