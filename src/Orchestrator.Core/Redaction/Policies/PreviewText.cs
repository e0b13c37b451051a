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

    public override string ToString() => $"PreviewText {Text.Length} characters";
}
