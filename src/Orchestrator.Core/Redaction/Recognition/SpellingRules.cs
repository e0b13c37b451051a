using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Names spelled letter by letter: "H O L L I S", "H-O-double-L", "S as in sugar".</summary>
internal sealed class SpellingRules(Scratch scratch, CueFinder cues, Questions questions)
{
    private const int LeastAlone = 5;
    private const int LeastCued = 2;
    private const int Longest = 40;

    private readonly Buffer<byte> _letters = new();
    private readonly Buffer<int> _alphabet = new();
    private readonly AnswerPieces _pieces = new(scratch);
    private readonly NameReader _names = new(scratch);
    private bool _isAbbreviated;
    private int _done;

    public void Reset()
    {
        _done = -1;
        _alphabet.TruncateTo(0);
    }

    /// <summary>Remembers a word of a spelling alphabet that another one follows.</summary>
    public void Note(int token)
    {
        if (IsAlphabet(Next(token)) && (_alphabet.Count == 0 || Next(_alphabet[_alphabet.Count - 1]) != token)) _alphabet.Add(token);
    }

    public void Judge()
    {
        foreach (var first in scratch.Document.Letters.Span)
        {
            if (first > _done) _done = JudgeFrom(first);
        }

        _done = -1;
        foreach (var first in _alphabet.Span)
        {
            if (first > _done) _done = JudgeFrom(first);
        }
    }

    private int JudgeFrom(int first)
    {
        first = WithBefore(first);
        var last = Read(first);
        if (_letters.Count < LeastCued) return last;
        var echo = Echo(first, last);
        if (echo < 0 && IsPiece(first, last)) return last;
        if ((_letters.Count < LeastAlone || _isAbbreviated) && echo < 0 && !IsCued(first)) return last;
        scratch.Hide(first, last, EntityType.Person, RedactionLayer.Cue, Reasons.Spelled, 0.85);
        if (echo < 0) return last;
        scratch.Hide(echo, echo, EntityType.Person, RedactionLayer.Cue, "PERSON:echo", 0.84);
        HideSurname(last);
        return last;
    }

    /// <summary>"Shanice, S H A N I C E, Okoro"</summary>
    private void HideSurname(int last)
    {
        var at = scratch.IsMark(last + 1, ',') || scratch.IsMark(last + 1, '.') ? last + 2 : last + 1;
        if (scratch.StartsLine(at) || !scratch.IsCased(at) || !_names.IsCapitalUnknown(at) || _names.Read(at) is not (>= 0 and var end)) return;
        if (scratch.StartsLine(end + 1) || scratch.Tokens[end + 1].Kind == TokenKind.Mark) scratch.Hide(at, end, EntityType.Person, RedactionLayer.Cue, "PERSON:echo", 0.8);
    }

    /// <summary>Letters alone as one of the pieces of an answer: "X Y Z" for a member number.</summary>
    private bool IsPiece(int first, int last)
    {
        if (!_pieces.IsPiece(first)) return false;
        var asked = questions.Expected(cues.TurnOf(first), first, _letters.Count, letters: true);
        if (!asked.IsValue || !asked.IsPiece) return false;
        scratch.Hide(first, last, asked.Type, RedactionLayer.Expectation, Reasons.Of(asked.Type, RedactionLayer.Expectation), 0.8);
        return true;
    }

    /// <summary>"A" and "I" are words of their own, but not before another letter; "double" belongs to the letter after it.</summary>
    private int WithBefore(int first)
    {
        if (scratch.Tokens[first].Length > 1) return first;
        if (scratch.Is(first - 1, WordRole.Multiplier) && !scratch.StartsLine(first)) return first - 1;
        var before = scratch.IsMark(first - 1, ',') || scratch.IsMark(first - 1, '-') ? first - 2 : first - 1;
        return before > 0 && scratch.IsWord(before) && scratch.Tokens[before].Length == 1 && !scratch.StartsLine(before + 1) && !scratch.StartsLine(first) ? before : first;
    }

    private bool IsAlphabet(int token) => scratch.IsWord(token) && scratch.Tokens[token].Length > 1 && scratch.Is(token, WordRole.Letter);

    /// <summary>The next token past a comma on the same line, 0 when there is none.</summary>
    private int Next(int token)
    {
        var next = scratch.IsMark(token + 1, ',') || scratch.IsMark(token + 1, '-') ? token + 2 : token + 1;
        return scratch.StartsLine(next) ? 0 : next;
    }

    private int Read(int first)
    {
        _letters.TruncateTo(0);
        _isAbbreviated = scratch.IsMark(first + 1, '.') && scratch.IsWord(first + 2) && scratch.Document.IsGlued(first + 2);
        var last = first;
        for (var at = first; at < scratch.Tokens.Count && at - first < Longest; at++)
        {
            if (at > first && scratch.Tokens[at].Has(TokenFlags.NewLine)) break;
            if (scratch.Tokens[at].Kind == TokenKind.Mark && scratch.Tokens[at].Hash is '-' or '.' or ',' && at > first) continue;
            if (at > first && scratch.Is(at, WordRole.SpellingAside | WordRole.Symbol) && scratch.IsWord(at + 1) && scratch.Tokens[at + 1].Length == 1) continue;
            if (scratch.Is(at, WordRole.Multiplier) && scratch.IsWord(at + 1) && scratch.Tokens[at + 1].Length == 1) continue;
            if (!scratch.IsWord(at)) break;
            if (IsAlphabet(at) && (at == first || at - 1 == last || Next(last) == at) && (IsAlphabet(Next(at)) || (last != at && IsAlphabet(last))))
            {
                _letters.Add((byte)scratch.ValueOf(at));
                last = at;
                continue;
            }

            if (scratch.Tokens[at].Length == 1)
            {
                if (at > first && scratch.Is(at - 1, WordRole.Multiplier)) _letters.Add(LetterAt(at));
                _letters.Add(LetterAt(at));
                last = at;
                continue;
            }

            var example = scratch.Is(at, WordRole.As) ? at + 2 : scratch.Is(at, WordRole.For) ? at + 1 : -1;
            if (example < 0 || at - 1 != last || !scratch.IsWord(example) || LetterAt(example) != LetterAt(last)) break;
            last = at = example;
        }

        return last;
    }

    private byte LetterAt(int token) => CharFold.Letter(scratch.Document.TextOf(token)[0]);

    /// <summary>The same name said whole right before or after its spelling.</summary>
    private int Echo(int first, int last)
    {
        for (var at = last + 1; at <= last + 4; at++)
        {
            if (IsSpelled(at)) return at;
        }

        for (var at = first - 1; at >= 0 && first - at <= 5; at--)
        {
            if (IsSpelled(at)) return at;
        }

        return -1;
    }

    private bool IsSpelled(int token)
    {
        if (!scratch.IsWord(token) || _letters.Count < 3) return false;
        if (scratch.Tokens[token].Length != _letters.Count) return IsHeardSo(token);
        var text = scratch.Document.TextOf(token);
        for (var i = 0; i < text.Length; i++)
        {
            if (CharFold.Letter(text[i]) != _letters[i]) return IsHeardSo(token);
        }

        return true;
    }

    /// <summary>"Holis, H O L L I S": the spelling puts right what was heard.</summary>
    private bool IsHeardSo(int token)
    {
        if (scratch.Tokens[token].Length < 4 || _letters.Count is < 4 or > Longest || !scratch.Tokens[token].Has(TokenFlags.MayBeName) || scratch.Tokens[token].Has(TokenFlags.Folded)) return false;
        Span<char> spelled = stackalloc char[Longest];
        for (var i = 0; i < _letters.Count; i++) spelled[i] = (char)_letters[i];
        return Phonetic.Of(spelled[.._letters.Count]) is var sound and not 0 && sound == Phonetic.Of(scratch.Document.TextOf(token));
    }

    private bool IsCued(int first)
    {
        var i = scratch.CueBefore(first);
        for (var tries = 0; i >= 0 && tries < 3; i--, tries++)
        {
            if (scratch.Cues[i].Cue.Kind is CueKind.Spelling or CueKind.Name or CueKind.Initial && cues.CostBetween(scratch.Cues[i].Last + 1, first) <= 3) return true;
        }

        return (_letters.Count >= 3 || _pieces.IsPiece(first)) && questions.IsExpected(cues.TurnOf(first), cue => cue.Kind is CueKind.Spelling or CueKind.NameAsked or CueKind.Name);
    }
}
