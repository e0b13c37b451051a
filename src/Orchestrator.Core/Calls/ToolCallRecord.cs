using NodaTime;

namespace Orchestrator.Core.Calls;

/// <summary>What was answered to one tool call, so that a repeat of it gets the same bytes and no second effect.</summary>
public sealed class ToolCallRecord
{
    public Guid OrgId { get; init; }

    /// <summary>The voice platform's id of the tool call; opaque text.</summary>
    public required string Id { get; init; }

    public string? CallId { get; init; }

    public required string Tool { get; init; }

    /// <summary>The answer's code; none while the tool call runs.</summary>
    public string? Code { get; init; }

    /// <summary>The answer as it was sent; none while the tool call runs.</summary>
    public string? Answer { get; init; }

    /// <summary>Until when a running tool call is presumed alive; past it a repeat takes over.</summary>
    public Instant? LeaseUntil { get; init; }

    public Instant CreatedAt { get; init; }
}
