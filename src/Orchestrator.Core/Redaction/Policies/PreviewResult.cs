namespace Orchestrator.Core.Redaction.Policies;

/// <summary>What a policy makes of a text.</summary>
/// <param name="Redaction">Text and spans.</param>
/// <param name="Took">How long the engine worked.</param>
public sealed record PreviewResult(RedactionResult Redaction, TimeSpan Took)
{
    public override string ToString() => $"PreviewResult {Redaction.Spans.Count} spans";
}
