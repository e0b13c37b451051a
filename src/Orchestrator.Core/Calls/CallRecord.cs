using NodaTime;

namespace Orchestrator.Core.Calls;

/// <summary>One call (or chat) of an organization, under the voice platform's id; made by whichever message comes first.</summary>
public sealed class CallRecord
{
    public Guid OrgId { get; init; }

    public required string Id { get; init; }

    public Instant CreatedAt { get; init; }

    public Instant? StartedAt { get; init; }

    public Instant? EndedAt { get; init; }

    public string? EndedReason { get; init; }

    /// <summary>The call went on to a person, so its holds stay.</summary>
    public bool IsTransferred { get; init; }
}
