using System.Text;

namespace Orchestrator.Core.Speech;

/// <summary>
/// Splits a normalised text into words, runs of digits and marks in one pass. Letters and digits part ("2pm" is two tokens),
/// apostrophes vanish ("o'clock" is "oclock"), dotted letters join ("p.m." is "pm"), hyphens between letters are spaces.
/// </summary>
internal static class SpeechTokenizer
{
    public static List<SpeechToken> Tokenize(string normalized)
    {
        var tokens = new List<SpeechToken>();
        var at = 0;
        while (at < normalized.Length)
        {
            var c = normalized[at];
            if (char.IsAsciiDigit(c)) at = AddDigits(normalized, at, tokens);
            else if (IsWordChar(c)) at = AddWord(normalized, at, tokens);
            else
            {
                if (IsMark(normalized, at)) tokens.Add(new SpeechToken(SpeechTokenKind.Mark, c.ToString(), at) { Length = 1 });
                at++;
            }
        }

        return tokens;
    }

    private static int AddDigits(string text, int start, List<SpeechToken> tokens)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        tokens.Add(new SpeechToken(SpeechTokenKind.Digits, text[start..end], start) { Length = end - start });
        return end;
    }

    private static int AddWord(string text, int start, List<SpeechToken> tokens)
    {
        var dotted = ReadDotted(text, start);
        if (dotted.Length > 0)
        {
            tokens.Add(new SpeechToken(SpeechTokenKind.Word, dotted, start) { Length = dotted.Length * 2 });
            return Math.Min(start + (dotted.Length * 2), text.Length);
        }

        var word = new StringBuilder();
        var end = start;
        while (end < text.Length && (IsWordChar(text[end]) || IsInnerApostrophe(text, end)))
        {
            if (IsWordChar(text[end])) word.Append(text[end]);
            end++;
        }

        tokens.Add(new SpeechToken(SpeechTokenKind.Word, word.ToString(), start) { Length = end - start });
        return end;
    }

    /// <summary>"p.m." or "p.m": single letters, each but perhaps the last with its dot.</summary>
    private static string ReadDotted(string text, int start)
    {
        var letters = new StringBuilder();
        var at = start;
        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            var dotFollows = at + 1 < text.Length && text[at + 1] == '.';
            var wordGoesOn = at + 1 < text.Length && (IsWordChar(text[at + 1]) || char.IsAsciiDigit(text[at + 1]));
            if (wordGoesOn) return "";
            letters.Append(text[at]);
            if (!dotFollows) break;
            at += 2;
        }

        return letters.Length > 1 ? letters.ToString() : "";
    }

    private static bool IsWordChar(char c) => char.IsLetter(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsInnerApostrophe(string text, int at) =>
        text[at] is '\'' or '`' && at + 1 < text.Length && IsWordChar(text[at + 1]);

    private static bool IsMark(string text, int at) => text[at] switch
    {
        ' ' or '\t' or '\r' or '\n' or '"' or '\'' or '`' => false,
        '-' => at + 1 < text.Length && !IsWordChar(text[at + 1]),
        _ => true,
    };
}
