using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Reads printed and spoken numbers into runs of digits that remember where they stand.</summary>
internal sealed class NumberReader(Scratch scratch)
{
    private const WordRole Leading = WordRole.Digit | WordRole.Teen | WordRole.Tens | WordRole.Hundred | WordRole.Hundreds | WordRole.Thousand | WordRole.Multiplier;

    private const int MostWords = 4;
    private const int LeastReadOut = 3;
    private const int LeastWhole = 6;

    private readonly SpokenNumber _spoken = new(scratch);
    private int _firstItem;

    /// <summary>Reads the run that begins at the token; gives the first token after it, or the token itself if none begins.</summary>
    public int Read(int token)
    {
        var firstItem = _firstItem = scratch.Items.Count;
        var before = Separator.None;
        var at = token;
        while (ReadItem(at, before, out var next))
        {
            at = next;
            if (!FindNext(at, out next, out before)) break;
            at = next;
        }

        if (scratch.Items.Count == firstItem) return token;
        scratch.Runs.Add(new NumberRun(firstItem, scratch.Items.Count - 1));
        return scratch.Items[scratch.Items.Count - 1].Last + 1;
    }

    /// <summary>The number stands alone, or with a mark; not in a word of letters and digits.</summary>
    public bool IsFree(int token) => !(scratch.Document.IsGlued(token) && IsLatin(token - 1)) && !(IsGluedAfter(token) && IsLatin(token + 1));

    private bool IsGluedAfter(int token) => token + 1 < scratch.Tokens.Count && scratch.Document.IsGlued(token + 1);

    private bool IsLatin(int token)
    {
        if (!scratch.IsWord(token)) return false;
        if (scratch.Is(token, WordRole.UnitAfter | WordRole.ClockAfter | WordRole.Extension) && scratch.Tokens[token].Length <= 4) return false;
        return CharFold.Letter(scratch.Document.Text[scratch.Tokens[token].Start]) != 0;
    }

    private bool ReadItem(int at, Separator before, out int next)
    {
        next = at;
        if (at >= scratch.Tokens.Count) return false;
        if (scratch.IsNumber(at))
        {
            if (!IsFree(at) || IsOrdinal(at)) return false;
            AddPrinted(at, before);
            next = at + 1;
            return true;
        }

        if (!scratch.Is(at, Leading)) return ReadSoundAlike(at, before, out next);
        if (scratch.Is(at, WordRole.Ambiguous) && !HasNumberBeside(at, before)) return false;
        return _spoken.Read(at, before, out next);
    }

    /// <summary>"... five oh won two ate"</summary>
    private bool ReadSoundAlike(int at, Separator before, out int next)
    {
        next = at;
        if (scratch.Items.Count == _firstItem || !scratch.Is(at, WordRole.SoundAlike)) return false;
        var start = scratch.Digits.Count;
        scratch.Digits.Add((byte)('0' + scratch.ValueOf(at)));
        scratch.Items.Add(new NumberItem { First = at, Last = at, DigitStart = start, DigitCount = 1, Before = before, Spoken = true });
        next = at + 1;
        return true;
    }

    /// <summary>Between digits that are read out, or at the end of seven of them.</summary>
    private bool IsHeardForDigit(int token)
    {
        var read = scratch.Items.Count - _firstItem;
        if (read < LeastReadOut) return false;
        for (var i = scratch.Items.Count - LeastReadOut; i < scratch.Items.Count; i++)
        {
            if (!scratch.Items[i].Spoken || scratch.Items[i].Quantity) return false;
        }

        var after = token + 1;
        while (after - token < MostWords && scratch.Is(after, WordRole.SoundAlike) && !scratch.StartsLine(after)) after++;
        if (scratch.Is(after, WordRole.Digit) && !scratch.StartsLine(after)) return true;
        return read >= LeastWhole && (scratch.StartsLine(after) || scratch.Tokens[after].Kind == TokenKind.Mark || scratch.Tokens[after].Has(TokenFlags.TurnStart));
    }

    private bool IsOrdinal(int token) => IsGluedAfter(token) && scratch.Is(token + 1, WordRole.Ordinal);

    /// <summary>"Oh" and the like count only with a number before them or right after.</summary>
    private bool HasNumberBeside(int at, Separator before)
    {
        if (before != Separator.None) return true;
        return scratch.IsNumber(at + 1) || (scratch.Is(at + 1, WordRole.NumberWord) && !scratch.StartsLine(at + 1));
    }

    private void AddPrinted(int token, Separator before)
    {
        var start = scratch.Digits.Count;
        if (scratch.Tokens[token].Has(TokenFlags.Folded)) AddFolded(scratch.Document.TextOf(token));
        else foreach (var digit in scratch.Document.TextOf(token)) scratch.Digits.Add((byte)digit);
        var count = scratch.Digits.Count - start;
        scratch.Items.Add(new NumberItem { First = token, Last = token, DigitStart = start, DigitCount = count, Before = before, Spoken = count == 1 });
    }

    private void AddFolded(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var digit = CharFold.Digit(text[i]);
            if (digit < 0 && char.IsHighSurrogate(text[i]) && i + 1 < text.Length)
            {
                digit = System.Globalization.CharUnicodeInfo.GetDecimalDigitValue(text[i..(i + 2)].ToString(), 0);
                i++;
            }

            if (digit >= 0) scratch.Digits.Add((byte)('0' + digit));
        }
    }

    /// <summary>Where the next number of the run would stand, past marks and hesitations.</summary>
    private bool FindNext(int at, out int next, out Separator before)
    {
        before = Separator.Space;
        next = at;
        if (scratch.IsNumber(at) && !scratch.Tokens[at].Has(TokenFlags.NewLine)) return true;
        var words = 0;
        for (var marks = 0; next < scratch.Tokens.Count && !scratch.Tokens[next].Has(TokenFlags.NewLine); next++)
        {
            ref var token = ref scratch.Tokens[next];
            if (token.Kind == TokenKind.Mark)
            {
                if (++marks > 4 || !TakeMark(next, at, ref before)) return false;
            }
            else if (token.Kind == TokenKind.Word && scratch.RolesOf(next) is var roles && (roles & WordRole.NumberWord) == 0)
            {
                if ((roles & WordRole.SoundAlike) != 0 && words == 0 && marks == 0 && IsHeardForDigit(next)) return true;
                if (++words > MostWords || !TakeWord(next, ref before)) return false;
            }
            else
            {
                if (before == Separator.Space && scratch.Document.IsGlued(next) && next > at) before = Separator.None;
                return token.Kind == TokenKind.Number || token.Kind == TokenKind.Word;
            }
        }

        return false;
    }

    private bool TakeMark(int mark, int at, ref Separator before)
    {
        var spoken = scratch.Items[scratch.Items.Count - 1].Spoken;
        var gapAfter = mark + 1 >= scratch.Tokens.Count || scratch.Tokens[mark + 1].Has(TokenFlags.Gap);
        switch (scratch.Tokens[mark].Hash)
        {
            case '-':
                before = Separator.Dash;
                return true;
            case '.':
                before = gapAfter || scratch.IsMark(mark + 1, '.') ? Separator.Pause : Separator.Dot;
                return spoken || !gapAfter || scratch.IsMark(mark - 1, '.') || scratch.Is(mark + 1, WordRole.NumberWord);
            case '/':
                before = Separator.Slash;
                return true;
            case ',':
                if (before != Separator.Correction) before = Separator.Comma;
                return true;
            case '\u2026':
                before = Separator.Pause;
                return true;
            case '(':
                return mark == at || (scratch.Tokens[mark - 1].Kind == TokenKind.Mark && scratch.Tokens[mark - 1].Hash is '-' or '.' or ')');
            case ')':
                return mark == at;
            default:
                return false;
        }
    }

    private bool TakeWord(int word, ref Separator before)
    {
        if (scratch.Is(word, WordRole.Filler | WordRole.Correction))
        {
            before = before == Separator.Correction || scratch.Is(word, WordRole.Correction) ? Separator.Correction : Separator.Pause;
            return true;
        }

        if (before == Separator.Correction && (scratch.Is(word, WordRole.Copula | WordRole.RefersBack) || scratch.Document.TextOf(word) is "on")) return true;
        if (scratch.Is(word, WordRole.Pronoun) && scratch.Is(word + 1, WordRole.Correction)) return true;
        if (!scratch.Is(word, WordRole.Symbol)) return false;
        before = Separator.Dash;
        return true;
    }
}
