namespace Orchestrator.Core.Redaction;

/// <summary>
/// Hides personal data in transcripts. Pure: no clock, no I/O, no state between calls; safe from several threads. Never
/// throws for any input text.
/// </summary>
public interface ITranscriptRedactor
{
    RedactionResult Redact(RedactionRequest request);

    /// <summary>
    /// Opens one call: within the session one value has one token, and what one text gives away (a caller's name, say)
    /// is hidden in the next. Not for use from two threads at once.
    /// </summary>
    RedactionSession OpenSession(RedactionPolicy policy, IReadOnlyList<KnownValue> known);
}
