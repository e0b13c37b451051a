using NodaTime;
using Orchestrator.Core.Calls.Records;

namespace Orchestrator.Core.Calls;

/// <summary>A closing report, redacted before it came near the database.</summary>
public sealed class StoredTranscript
{
    public Guid OrgId { get; init; }

    public required string CallId { get; init; }

    public ReportState State { get; init; }

    public required string PolicyName { get; init; }

    public int PolicyVersion { get; init; }

    /// <summary><c>[{"role","text","ms"?}]</c>; <c>ms</c> counts from the call's start.</summary>
    public required string Turns { get; init; }

    public int TurnCount { get; init; }

    public string? Summary { get; init; }

    public string? Analysis { get; init; }

    public string? Structured { get; init; }

    /// <summary>Hidden values by type.</summary>
    public required string Counts { get; init; }

    public int WithheldParts { get; init; }

    /// <summary>Where the recording lies; only where the organization keeps that.</summary>
    public string? RecordingUrl { get; init; }

    public Instant CreatedAt { get; init; }
}
