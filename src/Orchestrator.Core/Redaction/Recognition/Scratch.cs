using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>What the rules share while they read one text. Kept and used again, by one thread at a time.</summary>
internal sealed class Scratch
{
    public Lexicon Lexicon { get; } = Lexicon.Instance;

    public Document Document { get; } = new();

    public Buffer<NumberItem> Items { get; } = new();

    public Buffer<byte> Digits { get; } = new(256);

    public Buffer<NumberRun> Runs { get; } = new();

    public Buffer<CueMark> Cues { get; } = new();

    public Buffer<DateMark> Dates { get; } = new();

    public Buffer<Candidate> Candidates { get; } = new();

    private int _casedTurn;

    public Buffer<Token> Tokens => Document.Tokens;

    public WordRole RolesOf(int token) => token >= 0 && token < Tokens.Count ? Lexicon.RolesOf(Tokens[token].Lex) : WordRole.None;

    public bool Is(int token, WordRole role) => (RolesOf(token) & role) != 0;

    public int ValueOf(int token) => Lexicon.ValueOf(Tokens[token].Lex);

    public bool IsWord(int token) => token >= 0 && token < Tokens.Count && Tokens[token].Kind == TokenKind.Word;

    public bool IsNumber(int token) => token >= 0 && token < Tokens.Count && Tokens[token].Kind == TokenKind.Number;

    public bool IsMark(int token, char mark) => Document.IsMark(token, mark);

    /// <summary>The token begins a line or a turn, or there is no such token.</summary>
    public bool StartsLine(int token) => token >= Tokens.Count || token <= 0 || Tokens[token].Has(TokenFlags.NewLine);

    public bool StartsTurn(int token) => token >= Tokens.Count || token <= 0 || Tokens[token].Has(TokenFlags.TurnStart);

    public ReadOnlySpan<byte> DigitsOf(int firstItem, int lastItem)
    {
        var start = Items[firstItem].DigitStart;
        return Digits.Span[start..(Items[lastItem].DigitStart + Items[lastItem].DigitCount)];
    }

    public int DigitCount(int firstItem, int lastItem) =>
        Items[lastItem].DigitStart + Items[lastItem].DigitCount - Items[firstItem].DigitStart;

    /// <summary>Index of the last cue that begins before the token.</summary>
    public int CueBefore(int token)
    {
        int low = -1, high = Cues.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Cues[middle].First < token) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>The token that begins at or before the character.</summary>
    public int TokenAt(int start)
    {
        int low = 0, high = Tokens.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Tokens[middle].Start <= start) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    public int TurnOf(int token)
    {
        int low = 0, high = Document.Turns.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Document.Turns[middle].FirstToken <= token) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>The turn is written with capitals, so a name without one is none.</summary>
    public bool IsCased(int token)
    {
        var turns = Document.Turns;
        if (_casedTurn >= turns.Count || turns[_casedTurn].FirstToken > token) _casedTurn = 0;
        while (_casedTurn + 1 < turns.Count && turns[_casedTurn + 1].FirstToken <= token) _casedTurn++;
        return Document.IsCased(_casedTurn);
    }

    /// <summary>To be called when a text has been read into tokens.</summary>
    public void Begin() => _casedTurn = 0;

    /// <summary>The date that lies within the characters, if any. Dates are noted nearly, not strictly, in order.</summary>
    public DateMark? DateWithin(int start, int end)
    {
        int low = 0, high = Dates.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[Dates[middle].First].Start < start) low = middle + 1;
            else high = middle;
        }

        for (var i = Math.Max(0, low - 2); i < Math.Min(Dates.Count, low + 3); i++)
        {
            if (Tokens[Dates[i].First].Start >= start && Tokens[Dates[i].Last].End <= end) return Dates[i];
        }

        return null;
    }

    public void Hide(int firstToken, int lastToken, EntityType type, RedactionLayer layer, string reason, double score) =>
        Candidates.Add(new Candidate(Tokens[firstToken].Start, Document.EndOf(lastToken), type, layer, reason, (float)score));

    public void Clear()
    {
        Document.Clear();
        Items.Clear();
        Digits.Clear();
        Runs.Clear();
        Cues.Clear();
        Dates.Clear();
        Candidates.Clear();
    }
}
