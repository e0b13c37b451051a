namespace Orchestrator.Core.Redaction.Policies;

/// <summary>A text under preview. Lives as long as who looks at it.</summary>
public sealed class PreviewText
{
    private readonly ITranscriptRedactor _redactor;
    private readonly TimeProvider _time;
    private readonly IReadOnlyList<KnownValue> _known;

    internal PreviewText(ITranscriptRedactor redactor, TimeProvider time, string text, IReadOnlyList<KnownValue> known) =>
        (_redactor, _time, Text, _known) = (redactor, time, text, known);

    public string Text { get; }

    /// <summary>What the policy makes of it, and how long that took.</summary>
    public PreviewResult Redact(RedactionPolicy policy)
    {
        var began = _time.GetTimestamp();
        var result = _redactor.Redact(new RedactionRequest(Text) { Policy = policy, Known = _known });
        return new PreviewResult(result, _time.GetElapsedTime(began));
    }

    /// <summary>
    /// The type of a value here that no policy keeps and that the term is, or holds digits of: such a term may not enter a
    /// list of terms, which is stored and shown. Null for every other term.
    /// </summary>
    public EntityType? NeverKept(string term)
    {
        var hasDigits = term.Count(char.IsDigit) > 2;
        foreach (var span in Redact(RedactionPresets.ClinicDefault).Redaction.Spans)
        {
            var value = Text.AsSpan(span.Start, span.End - span.Start);
            if (span.Type.IsNeverKept() && (value.Equals(term, StringComparison.OrdinalIgnoreCase) || (hasDigits && value.Contains(term, StringComparison.OrdinalIgnoreCase))))
                return span.Type;
        }
        return null;
    }

    public override string ToString() => $"PreviewText {Text.Length} characters";
}
