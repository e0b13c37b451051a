using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Reads values of letters and digits, printed ("AZ 12 34 56 A") or said ("M as in mike, one, A E").</summary>
internal sealed class AtomReader(Scratch scratch)
{
    private const int MostAtoms = 24;
    private const int MostCharacters = 36;
    private const int MostBefore = 8;

    private readonly SpokenNumber _spoken = new(scratch);
    private readonly Letters _letters = new(scratch);
    private readonly Buffer<Atom> _atoms = new();
    private readonly Buffer<byte> _values = new();

    /// <summary>The atoms read last, to be judged once all cues are noted.</summary>
    private int _from;
    private int _valueFrom;

    private int Count => _atoms.Count - _from;

    private int Characters => _values.Count - _valueFrom;

    public void Reset()
    {
        _atoms.TruncateTo(0);
        _values.TruncateTo(0);
    }

    public AtomRun RunAt(AtomPlace place) =>
        new(_atoms.Span.Slice(place.First, place.Count), _values.Span.Slice(place.ValueFirst, place.ValueCount));

    /// <summary>Letters stand right beside the run, so that it may be part of a longer value.</summary>
    public bool HasLettersBeside(int first, int last) => _letters.LettersBefore(first) < first || _letters.IsLettersAfter(last);

    /// <summary>Reads the atoms around the token; gives where they are kept, and the first token after them.</summary>
    public AtomPlace Read(int token, out int next)
    {
        (_from, _valueFrom) = (_atoms.Count, _values.Count);
        var at = token;
        for (var steps = 0; steps < MostBefore && _letters.LettersBefore(at) is var before && before < at; steps++) at = before;
        while (Count < MostAtoms && Characters < MostCharacters && ReadAtom(at, out var after))
        {
            at = after;
            if (!SkipSeparator(at, out at)) break;
        }

        next = Count == 0 ? token + 1 : Math.Max(token + 1, _atoms[_atoms.Count - 1].Last + 1);
        return new AtomPlace(_from, Count, _valueFrom, Characters);
    }

    private bool ReadAtom(int at, out int next)
    {
        next = at + 1;
        if (at >= scratch.Tokens.Count) return false;
        ref var token = ref scratch.Tokens[at];
        if (token.Kind == TokenKind.Number) return ReadDigits(at);
        if (token.Kind != TokenKind.Word) return false;
        var roles = scratch.Lexicon.RolesOf(token.Lex);
        if ((roles & WordRole.Multiplier) != 0) return ReadRepeatedLetter(at, out next) || ReadSpoken(at, out next);
        if ((roles & WordRole.NumberWord) != 0 && token.Length > 1) return ReadSpoken(at, out next);
        return ReadLetters(at, out next);
    }

    private bool ReadDigits(int at)
    {
        var start = _values.Count;
        foreach (var c in scratch.Document.TextOf(at))
        {
            if (CharFold.Digit(c) is var digit and >= 0 && Characters < MostCharacters) _values.Add((byte)('0' + digit));
        }

        return Add(at, at, start, letters: false, spoken: false);
    }

    private bool ReadSpoken(int at, out int next)
    {
        int items = scratch.Items.Count, digits = scratch.Digits.Count;
        if (!_spoken.Read(at, Separator.None, out next)) return false;
        var start = _values.Count;
        foreach (var digit in scratch.Digits.Span[digits..]) _values.Add(digit);
        scratch.Items.TruncateTo(items);
        scratch.Digits.TruncateTo(digits);
        return Add(at, next - 1, start, letters: false, spoken: true);
    }

    private bool ReadRepeatedLetter(int at, out int next)
    {
        next = at + 2;
        if (!scratch.IsWord(at + 1) || scratch.Tokens[at + 1].Length != 1) return false;
        var letter = CharFold.Letter(scratch.Document.TextOf(at + 1)[0]);
        if (letter == 0) return false;
        var start = _values.Count;
        for (var i = scratch.ValueOf(at); i > 0; i--) _values.Add((byte)(letter - 32));
        return Add(at, at + 1, start, letters: true, spoken: true);
    }

    private bool ReadLetters(int at, out int next)
    {
        next = at + 1;
        ref var word = ref scratch.Tokens[at];
        var start = _values.Count;
        if (word.Length == 1) return ReadLetter(at, ref word, out next);
        if (scratch.Is(at, WordRole.Letter) && !_letters.IsGluedToNumber(at) && !word.Has(TokenFlags.AllCapitals))
        {
            if (Count == 0 && !_letters.IsLettersAfter(at) && !scratch.IsNumber(at + 1) && !scratch.Is(at + 1, WordRole.NumberWord)) return false;
            _values.Add((byte)(scratch.ValueOf(at) - 32));
            return Add(at, at, start, letters: true, spoken: true);
        }

        if (!_letters.IsLetterGroup(at)) return false;
        AddLetters(at);
        return Add(at, at, start, letters: true, spoken: false);
    }

    private bool ReadLetter(int at, ref Token word, out int next)
    {
        next = at + 1;
        if (!word.Has(TokenFlags.Capital) && Count == 0 && !_letters.IsLetterGroup(at)) return false;
        var start = _values.Count;
        AddLetters(at);
        var last = scratch.Is(at + 1, WordRole.As | WordRole.For) ? _letters.AfterExample(at) : _letters.Ray(at);
        next = last + 1;
        return Add(at, last, start, letters: true, spoken: false);
    }

    private void AddLetters(int token)
    {
        foreach (var c in scratch.Document.TextOf(token))
        {
            var letter = CharFold.Letter(c);
            if (letter != 0 && Characters < MostCharacters) _values.Add((byte)(letter - 32));
        }
    }

    private bool Add(int first, int last, int start, bool letters, bool spoken)
    {
        if (_values.Count == start) return false;
        _atoms.Add(new Atom(first, last, start - _valueFrom, _values.Count - start, letters, scratch.Document.IsGlued(first), spoken));
        return true;
    }

    private bool IsSaidLetter(Atom atom) => atom.Letters && scratch.Tokens[atom.First].Length == 1;

    private bool SkipSeparator(int at, out int next)
    {
        next = at;
        for (var marks = 0; next < scratch.Tokens.Count && marks < 3; marks++, next++)
        {
            ref var token = ref scratch.Tokens[next];
            if (token.Has(TokenFlags.NewLine)) return false;
            if (token.Kind == TokenKind.Number || (token.Kind == TokenKind.Word && token.Length == 1)) return true;
            var isMark = token.Kind == TokenKind.Mark && token.Hash is '-' or '.' or '/' or ',' or '\u2026';
            var isPause = (_atoms[_atoms.Count - 1].Spoken || scratch.Is(next, WordRole.Symbol) || IsSaidLetter(_atoms[_atoms.Count - 1])) && scratch.Is(next, WordRole.Filler | WordRole.Symbol) && !scratch.Is(next, WordRole.NumberWord) && scratch.Tokens[next].Length > 1;
            if (!isMark && !isPause) return true;
            if (scratch.IsMark(next, '.') && next + 1 < scratch.Tokens.Count && scratch.Tokens[next + 1].Has(TokenFlags.Gap) && !_atoms[_atoms.Count - 1].Spoken) return false;
        }

        return next < scratch.Tokens.Count;
    }
}
