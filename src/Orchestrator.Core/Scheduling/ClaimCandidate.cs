using System.Collections.Immutable;

namespace Orchestrator.Core.Scheduling;

/// <summary>A provider with whom a start can be claimed.</summary>
/// <param name="ProviderId">Who.</param>
/// <param name="RoomIds">Free rooms of the required type in file order, of which the claim takes one; empty when the service needs none.</param>
/// <param name="GroupKey">The running session to join; null to open one, or for an ordinary visit.</param>
/// <param name="SeatsTaken">Bookings and holds that the session has already.</param>
public sealed record ClaimCandidate(Guid ProviderId, ImmutableArray<Guid> RoomIds, Guid? GroupKey, int SeatsTaken);
