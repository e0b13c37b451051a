using System.Text.Json;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Redaction;

namespace Orchestrator.Core.Calls.Reports;

/// <summary>
/// Makes of a raw report what may be stored, through one session of the redaction engine: what was said first, since it
/// gives away names and numbers, then everything that was derived from it. Never throws for any content.
/// </summary>
internal sealed class ReportRedactor(ITranscriptRedactor redactor, TimeProvider time)
{
    /// <summary>
    /// Past it whatever is left is withheld. Ten megabytes take a fraction of it; an unacknowledged report would come
    /// again and take as long again.
    /// </summary>
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(3);

    public RedactedReport Redact(CallReport report, string? endedReason, ReportRules rules)
    {
        var began = time.GetTimestamp();
        bool IsOver() => time.GetElapsedTime(began) > Budget;

        var session = redactor.OpenSession(rules.Policy, [.. rules.Known, .. report.Known]);
        var tally = new RedactionTally();
        tally.Withhold(report.UnreadableParts);
        var turns = new TurnRedactor(session, tally, IsOver).Redact(report.Turns);
        var json = new JsonRedactor(session, tally, IsOver);
        var summary = json.RedactText("summary", report.Summary);
        var analysis = json.Redact("analysis", report.Analysis);
        var structured = json.Redact("structured data", report.Structured);
        var isEmpty = report.Turns.Count == 0 && summary is null && analysis is null && structured is null && report.UnreadableParts == 0;
        return new RedactedReport
        {
            PolicyName = rules.Policy.Name,
            PolicyVersion = rules.Policy.Version,
            Turns = turns,
            TurnCount = report.Turns.Count,
            Summary = summary,
            Analysis = analysis,
            Structured = structured,
            EndedReason = EndedReasons.IsWord(endedReason) ? endedReason : json.RedactText("ended reason", endedReason),
            RecordingUrl = rules.KeepsRecordings ? RecordingAddress.Read(report.RecordingUrl) : null,
            Counts = tally.ToJson(),
            WithheldParts = tally.Withheld,
            State = isEmpty ? ReportState.Empty : tally.Withheld > 0 ? ReportState.Withheld : ReportState.Stored,
        };
    }
}
