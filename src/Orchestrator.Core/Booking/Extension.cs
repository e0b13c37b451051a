using NodaTime;

namespace Orchestrator.Core.Booking;

/// <summary>A hold was made longer.</summary>
/// <param name="ExpiresAt">Until when it is kept now.</param>
public sealed record Extension(Instant ExpiresAt);
