using NodaTime;

namespace Orchestrator.Core.Calls;

/// <summary>One call (or chat) of an organization, under the voice platform's id; made by whichever message comes first.</summary>
public sealed class CallRecord
{
    public Guid OrgId { get; init; }

    public required string Id { get; init; }

    public CallChannel Channel { get; init; }

    public CallDirection Direction { get; init; }

    /// <summary>Of the caller's number, where there is one. The number itself stands with the booking.</summary>
    public string? CallerLastFour { get; init; }

    /// <summary>The platform's id of the clinic's number.</summary>
    public string? CalledNumberId { get; init; }

    public Instant CreatedAt { get; init; }

    public Instant? StartedAt { get; init; }

    /// <summary>When it started, else when it was first heard of: what lists are ordered by.</summary>
    public Instant BeganAt { get; private init; }

    public Instant? EndedAt { get; init; }

    public string? EndedReason { get; init; }

    /// <summary>The call went on to a person, so its holds stay.</summary>
    public bool IsTransferred { get; init; }

    public int? DurationMs { get; init; }

    public decimal? CostUsd { get; init; }
}
