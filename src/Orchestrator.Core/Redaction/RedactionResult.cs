namespace Orchestrator.Core.Redaction;

/// <summary>
/// The redacted text. <see cref="Turns"/> has one entry per input turn; <see cref="Text"/> is the only turn of a plain
/// text, or the turns joined by line feeds.
/// </summary>
/// <param name="Withheld">
/// A turn could not be worked through within its budget, or the check of the output found a value in it; that turn was
/// replaced by <see cref="WithheldText"/>. Never raw text.
/// </param>
public sealed record RedactionResult(
    IReadOnlyList<string> Turns,
    IReadOnlyList<RedactionSpan> Spans,
    string PolicyName,
    int PolicyVersion,
    bool Withheld)
{
    /// <summary>What stands for a text that could not be redacted.</summary>
    public const string WithheldText = "[WITHHELD]";

    public string Text => Turns.Count == 1 ? Turns[0] : string.Join('\n', Turns);
}
