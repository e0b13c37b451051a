using System.Text.Json;
using Orchestrator.Core.Redaction;

namespace Orchestrator.Core.Calls.Reports;

/// <summary>
/// What was said in a call, raw. It lives in memory for one request, is never logged, and leaves only through
/// <see cref="ReportRedactor"/>. All of it is copied out of the request, so it may outlive it.
/// </summary>
public sealed class CallReport
{
    public static CallReport Nothing { get; } = new();

    /// <summary>What was said, once, in order.</summary>
    public IReadOnlyList<ReportTurn> Turns { get; init; } = [];

    public string? Summary { get; init; }

    /// <summary>The platform's judgement of the call; any JSON. Undefined where there is none.</summary>
    public JsonElement Analysis { get; init; }

    /// <summary>Data that the platform extracted; any JSON. Undefined where there is none.</summary>
    public JsonElement Structured { get; init; }

    /// <summary>Where the platform keeps the recording. Stored only where the organization says so: what was said is in it unredacted.</summary>
    public string? RecordingUrl { get; init; }

    /// <summary>Names and numbers that the message itself gives: the caller's, and what the agent passed to tools.</summary>
    public IReadOnlyList<KnownValue> Known { get; init; } = [];

    /// <summary>Parts that were too large or too broken to be read at all.</summary>
    public int UnreadableParts { get; init; }

    public override string ToString() => $"CallReport {Turns.Count} turns";
}
