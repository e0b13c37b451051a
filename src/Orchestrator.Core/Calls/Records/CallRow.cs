using NodaTime;

namespace Orchestrator.Core.Calls.Records;

/// <summary>One call in a list. Holds no name, no full number and nothing that was said.</summary>
public sealed record CallRow
{
    public required string Id { get; init; }

    /// <summary>When it began, else when it was first heard of.</summary>
    public required Instant BeganAt { get; init; }

    public Instant? EndedAt { get; init; }

    public bool IsLive => EndedAt is null;

    public required CallChannel Channel { get; init; }

    public required CallDirection Direction { get; init; }

    /// <summary>Last four digits of the caller's number, where there is one.</summary>
    public string? CallerLastFour { get; init; }

    public required CallOutcome Outcome { get; init; }

    public Duration? Length { get; init; }

    /// <summary>What the voice platform charges, in US dollars.</summary>
    public decimal? CostUsd { get; init; }

    /// <summary>The voice platform's word.</summary>
    public string? EndedReason { get; init; }

    public required ReportState Report { get; init; }

    public required int ToolCalls { get; init; }

    /// <summary>The slowest answer of a tool.</summary>
    public int? SlowestToolMs { get; init; }

    /// <summary>Start of the first time that the call holds or held, and with whom.</summary>
    public Instant? VisitAt { get; init; }

    public string? ProviderName { get; init; }

    public string? ServiceName { get; init; }
}
