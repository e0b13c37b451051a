using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>
/// One row that occupies a provider: a live booking or hold of the ledger, or an opaque event of an external calendar.
/// [<see cref="BlockedFrom"/>, <see cref="BlockedTo"/>) includes the row's own buffers.
/// </summary>
public sealed record BusyTime
{
    public required Guid ProviderId { get; init; }

    public required Instant Start { get; init; }

    public required Instant End { get; init; }

    public required Instant BlockedFrom { get; init; }

    public required Instant BlockedTo { get; init; }

    /// <summary>The room the row occupies as well; null for none.</summary>
    public Guid? RoomId { get; init; }

    /// <summary>The service booked; null for an external event.</summary>
    public Guid? ServiceId { get; init; }

    /// <summary>The call that made the row, where one did.</summary>
    public string? CallId { get; init; }

    /// <summary>When the row is a hold: until when it blocks. Null for a booking or an event, which no call may look through.</summary>
    public Instant? HoldExpiresAt { get; init; }

    /// <summary>The session of a group booking, shared by its seats; null for all else.</summary>
    public Guid? GroupKey { get; init; }

    /// <summary>An opaque event of an external calendar: blocks its own time, has no buffers.</summary>
    public static BusyTime External(Guid providerId, Instant start, Instant end) =>
        new() { ProviderId = providerId, Start = start, End = end, BlockedFrom = start, BlockedTo = end };

    /// <summary>
    /// Whether the row stands in the way of <paramref name="callId"/> at <paramref name="now"/>: a lapsed hold does not, nor does a
    /// hold of that very call.
    /// </summary>
    public bool Blocks(Instant now, string? callId) =>
        HoldExpiresAt is not { } expiresAt || (expiresAt > now && (callId is null || CallId != callId));
}
