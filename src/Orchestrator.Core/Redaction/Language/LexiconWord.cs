namespace Orchestrator.Core.Redaction.Language;

/// <summary>A word's index in the lexicon, 0 for one that it does not have, and what is to be known of it at once: one number,
/// since every word of a text carries it from the table to its token.</summary>
internal readonly record struct LexiconWord(uint Packed)
{
    private const int HintsAt = 16;

    public LexiconWord(ushort lex, WordHints hints) : this(lex | ((uint)hints << HintsAt))
    {
    }

    public ushort Lex => (ushort)Packed;

    public WordHints Hints => (WordHints)(Packed >> HintsAt);
}
