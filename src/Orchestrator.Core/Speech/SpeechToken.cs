namespace Orchestrator.Core.Speech;

/// <summary>One word, run of digits or punctuation mark of a normalised text, with its place in it.</summary>
internal readonly record struct SpeechToken(SpeechTokenKind Kind, string Text, int Start)
{
    public int End => Start + Length;

    /// <summary>In characters of the normalised text; an apostrophe inside a word counts here but is not in <see cref="Text"/>.</summary>
    public required int Length { get; init; }

    public bool Is(SpeechTokenKind kind, string text) => Kind == kind && string.Equals(Text, text, StringComparison.Ordinal);
}
