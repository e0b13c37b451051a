using Orchestrator.Core.Calls.Records;

namespace Orchestrator.Core.Calls.Reports;

/// <summary>What of a report may be stored. JSON is UTF-8.</summary>
internal sealed record RedactedReport
{
    public required ReportState State { get; init; }

    public required string PolicyName { get; init; }

    public required int PolicyVersion { get; init; }

    public required byte[] Turns { get; init; }

    public required int TurnCount { get; init; }

    public string? Summary { get; init; }

    public byte[]? Analysis { get; init; }

    public byte[]? Structured { get; init; }

    /// <summary>The platform's word for why the call ended.</summary>
    public string? EndedReason { get; init; }

    /// <summary>Where the call's recording lies, where the organization keeps that.</summary>
    public string? RecordingUrl { get; init; }

    public required byte[] Counts { get; init; }

    public required int WithheldParts { get; init; }
}
