namespace Orchestrator.Core.Redaction.Text;

/// <summary>A text cut into tokens and turns, with the tokens that any rule may start from.</summary>
internal sealed class Document
{
    private const TokenFlags CaseFlags = TokenFlags.Capital | TokenFlags.AllCapitals | TokenFlags.TurnStart;

    /// <summary>For each turn that was asked about, 1 or 2 for not cased and cased.</summary>
    private readonly Buffer<byte> _cases = new();

    public string Text { get; set; } = "";

    public AsciiMap Map { get; } = new();

    public Buffer<Token> Tokens { get; } = new(1024);

    public Buffer<Turn> Turns { get; } = new();

    /// <summary>Indexes of numbers, telling colons and words that may begin a cue, a number or a date.</summary>
    public Buffer<int> Hits { get; } = new(512);

    /// <summary>Indexes of @ marks and words that a rule starts from once all cues are noted.</summary>
    public Buffer<int> Judged { get; } = new();

    public bool HasPlaceholders { get; set; }

    /// <summary>Indexes of words of one letter that are no words of their own and do not stand right between digits.</summary>
    public Buffer<int> Letters { get; } = new();

    public ReadOnlySpan<char> TextOf(in Token token) => Text.AsSpan(token.Start, token.Length);

    public ReadOnlySpan<char> TextOf(int token) => TextOf(Tokens[token]);

    /// <summary>Nothing stands between the token and the one before.</summary>
    public bool IsGlued(int token) => token > 0 && Tokens[token].Start == Tokens[token - 1].End;

    public bool IsMark(int token, char mark) => token >= 0 && token < Tokens.Count && Tokens[token].IsMark(mark);

    /// <summary>
    /// Tells whether the turn is written with capitals, which neither its first letter nor a word of capitals shows. What
    /// stands for a hidden value does not tell, so it counts.
    /// </summary>
    public bool IsCased(int turn)
    {
        while (_cases.Count <= turn) _cases.Add(0);
        if (_cases[turn] == 0) _cases[turn] = (byte)(HasCapital(turn) ? 2 : 1);
        return _cases[turn] == 2;
    }

    private bool HasCapital(int turn)
    {
        var end = turn + 1 < Turns.Count ? Turns[turn + 1].FirstToken : Tokens.Count;
        for (var i = Turns[turn].FirstToken; i < end; i++)
        {
            if ((Tokens[i].Flags & CaseFlags) == TokenFlags.Capital || Tokens[i].Kind == TokenKind.Placeholder) return true;
        }

        return false;
    }

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
        _cases.Clear();
        Hits.Clear();
        Judged.Clear();
        HasPlaceholders = false;
        Letters.Clear();
    }
}
