using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Tells words that are letters of a value from words, and finds them beside a number.</summary>
internal sealed class Letters(Scratch scratch)
{
    private const int LongestGroup = 6;
    private const int MostMarks = 3;

    /// <summary>The letters in front of the token, which may have a dash or comma after them, else the token.</summary>
    public int LettersBefore(int token)
    {
        if (token <= 0 || scratch.StartsLine(token)) return token;
        var before = token - 1;
        // A number that ends right here is no letters; most tokens that are asked about stand behind one.
        if (scratch.Tokens[before].Kind == TokenKind.Number) return token;
        for (var marks = 0; marks < MostMarks && before > 0 && IsJoint(before) && !scratch.StartsLine(before + 1); marks++) before--;
        if (before < 0 || scratch.StartsLine(before + 1)) return token;
        before = BeforeExample(before);
        return IsLetterGroup(before) ? before : token;
    }

    /// <summary>Letters follow, maybe behind a dash or comma.</summary>
    public bool IsLettersAfter(int token)
    {
        var after = token + 1;
        for (var marks = 0; marks < MostMarks && IsJoint(after); marks++) after++;
        return !scratch.StartsLine(after) && IsLetterGroup(after);
    }

    /// <summary>One letter, or a few capitals, or anything that stands right beside a digit.</summary>
    public bool IsLetterGroup(int token)
    {
        if (!scratch.IsWord(token)) return false;
        ref var word = ref scratch.Tokens[token];
        if (word.Length == 1) return word.Has(TokenFlags.Capital) || scratch.Document.Text[word.Start] is not ('a' or 'i' or 'o' or 'y' or 'e') || IsGluedToNumber(token) || IsSpelledBeside(token) || IsLetterE(token);
        return IsGluedToNumber(token) || (word.Has(TokenFlags.AllCapitals) && word.Length <= LongestGroup) || IsAlphabet(token);
    }

    /// <summary>"X E A", "e g": a word of one letter is a letter where another stands beside it.</summary>
    private bool IsSpelledBeside(int token) =>
        (!scratch.StartsLine(token) && IsOneConsonant(token - 1)) || (!scratch.StartsLine(token + 1) && IsOneConsonant(token + 1)) || (!scratch.StartsLine(token) && !scratch.StartsLine(token - 1) && IsOneLetter(token - 1) && IsOneConsonant(token - 2));

    /// <summary>"E four four oh nine": no English word, and in Spanish one that a number hardly follows.</summary>
    private bool IsLetterE(int token) => scratch.Document.Text[scratch.Tokens[token].Start] == 'e' && !scratch.StartsLine(token + 1) && (scratch.IsNumber(token + 1) || scratch.Is(token + 1, WordRole.Digit | WordRole.Multiplier));

    private bool IsOneLetter(int token) => scratch.IsWord(token) && scratch.Tokens[token].Length == 1;

    private bool IsOneConsonant(int token) => IsOneLetter(token) && scratch.Document.Text[scratch.Tokens[token].Start] is not ('a' or 'i' or 'o' or 'y' or 'e' or 'A' or 'I' or 'O' or 'Y' or 'E');

    public bool IsGluedToNumber(int token) =>
        (scratch.IsNumber(token - 1) && scratch.Document.IsGlued(token)) || (scratch.IsNumber(token + 1) && scratch.Document.IsGlued(token + 1));

    /// <summary>"M as in mike", "M for mother".</summary>
    public int AfterExample(int letter)
    {
        if (Ray(letter) is var ray && ray > letter) return ray;
        var word = scratch.Is(letter + 1, WordRole.As) ? letter + 3 : letter + 2;
        if (!scratch.IsWord(word) || scratch.StartsLine(word)) return letter;
        return CharFold.Letter(scratch.Document.TextOf(word)[0]) == CharFold.Letter(scratch.Document.TextOf(letter)[0]) ? word : letter;
    }

    /// <summary>"X-ray", the one word of the alphabet that is written as two; else the token.</summary>
    public int Ray(int letter)
    {
        if (!IsOneLetter(letter) || scratch.Document.Text[scratch.Tokens[letter].Start] is not ('x' or 'X')) return letter;
        var ray = scratch.IsMark(letter + 1, '-') ? letter + 2 : letter + 1;
        return scratch.IsWord(ray) && !scratch.StartsLine(ray) && scratch.Document.TextOf(ray).Equals("ray", StringComparison.OrdinalIgnoreCase) ? ray : letter;
    }

    /// <summary>"Bravo Tango", "is whiskey": a hotel and a month are more often none.</summary>
    private bool IsAlphabet(int token)
    {
        if (!IsAlphabetWord(token)) return false;
        return IsAlphabetWord(token - 1) || IsAlphabetWord(token + 1) || Ray(token + 1) > token + 1
            || (!scratch.Is(token, WordRole.Month) && (scratch.Is(token - 1, WordRole.Copula | WordRole.CueHead) || scratch.Document.TextOf(Math.Max(0, token - 1)) is "is"));
    }

    private bool IsAlphabetWord(int token) => scratch.IsWord(token) && scratch.Tokens[token].Length > 1 && scratch.Is(token, WordRole.Letter);

    /// <summary>The letter that "as in umbrella" or "for umbrella" explains, else the token.</summary>
    private int BeforeExample(int word)
    {
        if (!scratch.IsWord(word) || scratch.Tokens[word].Length < 2) return word;
        var x = scratch.IsMark(word - 1, '-') ? word - 2 : word - 1;
        if (x >= 0 && scratch.Tokens[word].Length == 3 && Ray(x) == word) return x;
        var letter = scratch.Is(word - 1, WordRole.For) ? word - 2 : scratch.Is(word - 2, WordRole.As) ? word - 3 : -1;
        return letter >= 0 && scratch.IsWord(letter) && scratch.Tokens[letter].Length == 1 && AfterExample(letter) == word ? letter : word;
    }

    /// <summary>A mark or a word for one that joins the parts of a value: "A dash 4 4 8 2".</summary>
    private bool IsJoint(int token) => scratch.IsMark(token, ',') || scratch.IsMark(token, '-') || (scratch.Is(token, WordRole.Symbol | WordRole.SpellingAside) && scratch.Tokens[token].Length > 1);
}
