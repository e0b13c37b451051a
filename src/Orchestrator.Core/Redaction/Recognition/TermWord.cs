using System.Globalization;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>One word of a text as terms are compared: letters and digits without case, accents, width, and what joins them.</summary>
/// <param name="Folded">With an apostrophe inside left out ("obrien").</param>
/// <param name="Owner">Without its possessive ending, where it has one.</param>
internal readonly record struct TermWord(string Folded, string? Owner, int Start, int End, int OwnerEnd)
{
    /// <summary>The next word at or after <paramref name="at"/>, which then stands behind it.</summary>
    public static bool TryRead(string text, ref int at, out TermWord word)
    {
        var start = at;
        // What redaction has written stays as it is.
        while (start < text.Length && !IsPart(text[start])) start += Math.Max(1, Placeholder.LengthAt(text.AsSpan(start)));
        var end = start;
        while (end < text.Length && (IsPart(text[end]) || (end > start && (CharFold.IsIgnorable(text[end]) || (IsApostrophe(text[end]) && end + 1 < text.Length && IsPart(text[end + 1]))))))
            end++;
        at = end;
        word = default;
        if (end == start) return false;
        while (CharFold.IsIgnorable(text[end - 1])) end--;
        var ownerEnd = end - start > 3 && text[end - 1] is 's' or 'S' && IsApostrophe(text[end - 2]) ? end - 2 : 0;
        word = new TermWord(Fold(text.AsSpan(start, end - start)), ownerEnd > 0 ? Fold(text.AsSpan(start, ownerEnd - start)) : null, start, end, ownerEnd);
        return true;
    }

    public static bool IsPart(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u02BC' or '\uFF07';

    private static string Fold(ReadOnlySpan<char> word) => string.Create(Length(word), word, static (folded, from) =>
    {
        var at = 0;
        foreach (var c in from)
        {
            if (IsLeftOut(c)) continue;
            folded[at++] = CharFold.Letter(c) is var letter and not 0 ? (char)letter : CharFold.Digit(c) is var digit and >= 0 ? (char)('0' + digit) : char.ToUpperInvariant(c);
        }
    });

    private static int Length(ReadOnlySpan<char> word)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (!IsLeftOut(c)) length++;
        }

        return length;
    }

    private static bool IsLeftOut(char c) => IsApostrophe(c) || CharFold.IsIgnorable(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
