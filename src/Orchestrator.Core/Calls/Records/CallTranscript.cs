using NodaTime;

namespace Orchestrator.Core.Calls.Records;

/// <summary>What is kept of a closing report, all of it redacted. What was said is in the timeline.</summary>
/// <param name="State"><see cref="ReportState.Stored"/>, <see cref="ReportState.Empty"/> or <see cref="ReportState.Withheld"/>.</param>
/// <param name="StoredAt">When.</param>
/// <param name="PolicyName">The redaction policy it was written under.</param>
/// <param name="PolicyVersion">Its version.</param>
/// <param name="Turns">How many turns.</param>
/// <param name="Summary">The platform's summary.</param>
/// <param name="AnalysisJson">The platform's analysis, indented.</param>
/// <param name="StructuredJson">Structured data, indented.</param>
/// <param name="Counts">How many values of each type were hidden, such as <c>PHONE_NUMBER</c>.</param>
/// <param name="WithheldParts">How many parts (turns, texts of the analysis) were withheld.</param>
/// <param name="RecordingUrl">Where the recording lies; only where the organization keeps that.</param>
public sealed record CallTranscript(
    ReportState State,
    Instant StoredAt,
    string PolicyName,
    int PolicyVersion,
    int Turns,
    string? Summary,
    string? AnalysisJson,
    string? StructuredJson,
    IReadOnlyDictionary<string, int> Counts,
    int WithheldParts,
    string? RecordingUrl = null)
{
    /// <summary>Somebody should look: something was withheld.</summary>
    public bool IsFlagged => State == ReportState.Withheld;

    public override string ToString() => $"CallTranscript {State} {Turns} turns";
}
