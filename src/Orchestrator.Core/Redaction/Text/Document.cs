namespace Orchestrator.Core.Redaction.Text;

/// <summary>A text cut into tokens and turns, with the tokens that any rule may start from.</summary>
internal sealed class Document
{
    public string Text { get; set; } = "";

    public AsciiMap Map { get; } = new();

    public Buffer<Token> Tokens { get; } = new(1024);

    public Buffer<Turn> Turns { get; } = new();

    /// <summary>For each turn, whether it is written with capitals.</summary>
    public Buffer<bool> Cased { get; } = new();

    /// <summary>Indexes of numbers, telling colons and words that may begin a cue, a number or a date.</summary>
    public Buffer<int> Hits { get; } = new(512);

    /// <summary>Indexes of @ marks and words that a rule starts from once all cues are noted.</summary>
    public Buffer<int> Judged { get; } = new();

    public bool HasPlaceholders { get; set; }

    /// <summary>Indexes of words of one letter that are no words of their own.</summary>
    public Buffer<int> Letters { get; } = new();

    public ReadOnlySpan<char> TextOf(in Token token) => Text.AsSpan(token.Start, token.Length);

    public ReadOnlySpan<char> TextOf(int token) => TextOf(Tokens[token]);

    /// <summary>Nothing stands between the token and the one before.</summary>
    public bool IsGlued(int token) => token > 0 && Tokens[token].Start == Tokens[token - 1].End;

    public bool IsMark(int token, char mark) => token >= 0 && token < Tokens.Count && Tokens[token].IsMark(mark);

    /// <summary>The word's key without a possessive 's.</summary>
    public WordKey KeyOf(int token)
    {
        ref var t = ref Tokens[token];
        return WordKey.Of(Text.AsSpan(t.Start, t.Length - (t.Has(TokenFlags.Possessive) ? 2 : 0)));
    }

    /// <summary>End of the token without a possessive 's.</summary>
    public int EndOf(int token) => Tokens[token].End - (Tokens[token].Has(TokenFlags.Possessive) ? 2 : 0);

    public void Clear()
    {
        Text = "";
        Tokens.Clear();
        Map.Clear();
        Turns.Clear();
        Cased.Clear();
        Hits.Clear();
        Judged.Clear();
        HasPlaceholders = false;
        Letters.Clear();
    }
}
