using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Reads values of letters and digits, printed ("AZ 12 34 56 A") or said ("M as in mike, one, A E").</summary>
internal sealed class AtomReader(Scratch scratch)
{
    private const int MostAtoms = 24;
    private const int MostCharacters = 36;
    private const int LongestGroup = 6;
    private const int MostMarks = 3;

    private readonly SpokenNumber _spoken = new(scratch);

    public Buffer<Atom> Atoms { get; } = new();

    public Buffer<byte> Value { get; } = new();

    /// <summary>Letters stand right beside the run, so that it may be part of a longer value.</summary>
    public bool HasLettersBeside(int first, int last) => IsLettersBefore(first) || IsLettersAfter(last);

    /// <summary>Reads the atoms around the token; gives the first token after them.</summary>
    public int Read(int token)
    {
        Atoms.TruncateTo(0);
        Value.TruncateTo(0);
        var at = token;
        for (var steps = 0; steps < 8 && IsLettersBefore(at); steps++) at = BeforeLetters(at);
        while (Atoms.Count < MostAtoms && Value.Count < MostCharacters && ReadAtom(at, out var next))
        {
            at = next;
            if (!SkipSeparator(at, out at)) break;
        }

        return Atoms.Count == 0 ? token + 1 : Math.Max(token + 1, Atoms[Atoms.Count - 1].Last + 1);
    }

    /// <summary>The token before which letters stand may have a dash or comma in front.</summary>
    private bool IsLettersBefore(int token)
    {
        if (token <= 0 || scratch.StartsLine(token)) return false;
        var before = BeforeLetters(token);
        return before < token && IsLetterGroup(before);
    }

    private bool IsLettersAfter(int token)
    {
        var after = token + 1;
        for (var marks = 0; marks < MostMarks && IsJoint(after); marks++) after++;
        return !scratch.StartsLine(after) && IsLetterGroup(after);
    }

    private int BeforeLetters(int token)
    {
        var before = token - 1;
        for (var marks = 0; marks < MostMarks && before > 0 && IsJoint(before) && !scratch.StartsLine(before + 1); marks++) before--;
        return before >= 0 && !scratch.StartsLine(before + 1) ? BeforeExample(before) : token;
    }

    /// <summary>A mark or a word for one that joins the parts of a value: "A dash 4 4 8 2".</summary>
    private bool IsJoint(int token) => scratch.IsMark(token, ',') || scratch.IsMark(token, '-') || (scratch.Is(token, WordRole.Symbol | WordRole.SpellingAside) && scratch.Tokens[token].Length > 1);

    /// <summary>The letter that "as in umbrella" or "for umbrella" explains, else the token.</summary>
    private int BeforeExample(int word)
    {
        if (!scratch.IsWord(word) || scratch.Tokens[word].Length < 2) return word;
        var letter = scratch.Is(word - 1, WordRole.For) ? word - 2 : scratch.Is(word - 2, WordRole.As) ? word - 3 : -1;
        return letter >= 0 && scratch.IsWord(letter) && scratch.Tokens[letter].Length == 1 && AfterExample(letter) == word ? letter : word;
    }

    private bool IsLetterGroup(int token)
    {
        if (!scratch.IsWord(token)) return false;
        ref var word = ref scratch.Tokens[token];
        if (word.Length == 1) return word.Has(TokenFlags.Capital) || scratch.Document.Text[word.Start] is not ('a' or 'i' or 'o' or 'y' or 'e') || IsGluedToNumber(token);
        return IsGluedToNumber(token) || (word.Has(TokenFlags.AllCapitals) && word.Length <= LongestGroup) || IsAlphabet(token);
    }

    /// <summary>"Bravo Tango", "is whiskey": a hotel and a month are more often none.</summary>
    private bool IsAlphabet(int token)
    {
        if (!IsAlphabetWord(token)) return false;
        return IsAlphabetWord(token - 1) || IsAlphabetWord(token + 1)
            || (!scratch.Is(token, WordRole.Month) && (scratch.Is(token - 1, WordRole.Copula | WordRole.CueHead) || scratch.Document.TextOf(Math.Max(0, token - 1)) is "is"));
    }

    private bool IsAlphabetWord(int token) => scratch.IsWord(token) && scratch.Tokens[token].Length > 1 && scratch.Is(token, WordRole.Letter);

    private bool IsGluedToNumber(int token) =>
        (scratch.IsNumber(token - 1) && scratch.Document.IsGlued(token)) || (scratch.IsNumber(token + 1) && scratch.Document.IsGlued(token + 1));

    private bool ReadAtom(int at, out int next)
    {
        next = at;
        if (at >= scratch.Tokens.Count) return false;
        if (scratch.IsNumber(at))
        {
            var start = Value.Count;
            foreach (var c in scratch.Document.TextOf(at))
            {
                if (CharFold.Digit(c) is var digit and >= 0 && Value.Count < MostCharacters) Value.Add((byte)('0' + digit));
            }

            next = at + 1;
            return Add(at, at, start, letters: false, spoken: false);
        }

        if (!scratch.IsWord(at)) return false;
        if (scratch.Is(at, WordRole.Multiplier)) return ReadRepeatedLetter(at, out next) || ReadSpoken(at, out next);
        if (scratch.Is(at, WordRole.NumberWord) && scratch.Tokens[at].Length > 1) return ReadSpoken(at, out next);
        return ReadLetters(at, out next);
    }

    private bool ReadSpoken(int at, out int next)
    {
        int items = scratch.Items.Count, digits = scratch.Digits.Count;
        if (!_spoken.Read(at, Separator.None, out next)) return false;
        var start = Value.Count;
        foreach (var digit in scratch.Digits.Span[digits..]) Value.Add(digit);
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
        var start = Value.Count;
        for (var i = scratch.ValueOf(at); i > 0; i--) Value.Add((byte)(letter - 32));
        return Add(at, at + 1, start, letters: true, spoken: true);
    }

    private bool ReadLetters(int at, out int next)
    {
        next = at + 1;
        ref var word = ref scratch.Tokens[at];
        var start = Value.Count;
        if (word.Length > 1 && scratch.Is(at, WordRole.Letter) && !IsGluedToNumber(at) && !word.Has(TokenFlags.AllCapitals))
        {
            if (Atoms.Count == 0 && !IsLettersAfter(at) && !scratch.IsNumber(at + 1) && !scratch.Is(at + 1, WordRole.NumberWord)) return false;
            Value.Add((byte)(scratch.ValueOf(at) - 32));
            return Add(at, at, start, letters: true, spoken: true);
        }

        if (!IsLetterGroup(at) && !(word.Length == 1 && Atoms.Count > 0)) return false;
        foreach (var c in scratch.Document.TextOf(at))
        {
            var letter = CharFold.Letter(c);
            if (letter != 0 && Value.Count < MostCharacters) Value.Add((byte)(letter - 32));
        }

        var last = at;
        if (word.Length == 1 && scratch.Is(at + 1, WordRole.As | WordRole.For)) last = AfterExample(at);
        next = last + 1;
        return Add(at, last, start, letters: true, spoken: false);
    }

    /// <summary>"M as in mike", "M for mother".</summary>
    private int AfterExample(int letter)
    {
        var word = scratch.Is(letter + 1, WordRole.As) ? letter + 3 : letter + 2;
        if (!scratch.IsWord(word) || scratch.StartsLine(word)) return letter;
        return CharFold.Letter(scratch.Document.TextOf(word)[0]) == CharFold.Letter(scratch.Document.TextOf(letter)[0]) ? word : letter;
    }

    private bool Add(int first, int last, int start, bool letters, bool spoken)
    {
        if (Value.Count == start) return false;
        Atoms.Add(new Atom(first, last, start, Value.Count - start, letters, scratch.Document.IsGlued(first), spoken));
        return true;
    }

    private bool IsSaidLetter(Atom atom) => atom.Letters && scratch.Tokens[atom.First].Length == 1;

    private bool SkipSeparator(int at, out int next)
    {
        next = at;
        for (var marks = 0; next < scratch.Tokens.Count && marks < 3; marks++, next++)
        {
            if (scratch.Tokens[next].Has(TokenFlags.NewLine)) return false;
            var isMark = scratch.Tokens[next].Kind == TokenKind.Mark && scratch.Tokens[next].Hash is '-' or '.' or '/' or ',' or '\u2026';
            var isPause = (Atoms[Atoms.Count - 1].Spoken || scratch.Is(next, WordRole.Symbol) || IsSaidLetter(Atoms[Atoms.Count - 1])) && scratch.Is(next, WordRole.Filler | WordRole.Symbol) && !scratch.Is(next, WordRole.NumberWord) && scratch.Tokens[next].Length > 1;
            if (!isMark && !isPause) return true;
            if (scratch.IsMark(next, '.') && next + 1 < scratch.Tokens.Count && scratch.Tokens[next + 1].Has(TokenFlags.Gap) && !Atoms[Atoms.Count - 1].Spoken) return false;
        }

        return next < scratch.Tokens.Count;
    }
}
