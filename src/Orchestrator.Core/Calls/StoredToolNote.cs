using NodaTime;

namespace Orchestrator.Core.Calls;

/// <summary>
/// How one tool call went, for people to read. Written behind the answer: unlike <see cref="ToolCallRecord"/>, nothing
/// depends on it, and it also knows the calls whose answer is not remembered.
/// </summary>
public sealed class StoredToolNote
{
    public Guid OrgId { get; init; }

    /// <summary>The voice platform's id of the tool call; opaque text.</summary>
    public required string Id { get; init; }

    public required string CallId { get; init; }

    public required string Tool { get; init; }

    public required string Code { get; init; }

    public int LatencyMs { get; init; }

    /// <summary>When the tool began.</summary>
    public Instant At { get; init; }

    /// <summary>Names of known arguments that were given; no values.</summary>
    public string[] Arguments { get; init; } = [];
}
