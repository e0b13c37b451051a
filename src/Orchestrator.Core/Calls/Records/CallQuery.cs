using NodaTime;

namespace Orchestrator.Core.Calls.Records;

/// <summary>Which calls of an organization are wanted, newest first. An absent value does not restrict.</summary>
public sealed record CallQuery
{
    public const int MostRows = 200;

    /// <summary>Began at or after.</summary>
    public Instant? From { get; init; }

    /// <summary>Began before.</summary>
    public Instant? To { get; init; }

    public CallOutcome? Outcome { get; init; }

    public ReportState? Report { get; init; }

    /// <summary>Only calls that have not ended.</summary>
    public bool OnlyLive { get; init; }

    /// <summary>Start of a call's id, or last digits of the caller's number (at most four).</summary>
    public string? Search { get; init; }

    /// <summary>Where the page before this one ended.</summary>
    public CallCursor? After { get; init; }

    /// <summary>Rows of one page, 1 to <see cref="MostRows"/>.</summary>
    public int Limit { get; init; } = 50;
}
