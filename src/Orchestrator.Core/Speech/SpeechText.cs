using System.Globalization;
using System.Text;

namespace Orchestrator.Core.Speech;

/// <summary>
/// What arrives as text from a recogniser or a language model, brought to one form before it is read: compatibility
/// characters folded (full-width, ligatures), every decimal digit as ASCII, lower case, one kind of quote, dash and space.
/// </summary>
public static class SpeechText
{
    /// <summary>Longer input is no answer to a question for a date, a number or a code; readers refuse it unread.</summary>
    public const int MaxLength = 600;

    private static readonly HashSet<string> Placeholders = new(StringComparer.Ordinal)
    {
        "null", "undefined", "none", "nil", "nan", "n/a", "na", "tbd", "tba", "unknown", "unspecified", "empty", "blank", "missing",
        "not provided", "not given", "not specified", "not available", "not mentioned", "not applicable", "no value", "string", "-", "--", "?", "\"\"", "''",
    };

    /// <summary>
    /// Whether nothing was said: absent, blank, a word that stands for absence, or a template that was sent unrendered
    /// (<c>{{ date }}</c>, <c>${date}</c>, <c>&lt;date&gt;</c>, <c>[date]</c>).
    /// </summary>
    public static bool IsMissing(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return true;
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Contains("{{", StringComparison.Ordinal) || trimmed.Contains("{%", StringComparison.Ordinal) || trimmed.Contains("${", StringComparison.Ordinal)) return true;
        if (trimmed.Length > 1 && (trimmed[0], trimmed[^1]) is ('{', '}') or ('<', '>') or ('[', ']')) return true;
        if (trimmed.Length > 20) return false;

        return Placeholders.Contains(trimmed.TrimEnd('.').ToString().ToLowerInvariant());
    }

    /// <summary>Never throws, also on unpaired surrogates; linear in the length of <paramref name="text"/>.</summary>
    internal static string Normalize(string text)
    {
        if (Ascii.IsValid(text)) return text.ToLowerInvariant();

        var wellFormed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Unassigned code points may change their folding later, and some runtimes refuse to normalise them.
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned) wellFormed.Append('\uFFFD');
            else wellFormed.Append(rune.ToString());
        }

        var folded = wellFormed.ToString().Normalize(NormalizationForm.FormKC);
        var result = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes())
        {
            if (rune.IsAscii) result.Append(char.ToLowerInvariant((char)rune.Value));
            else AppendFolded(result, rune);
        }

        return result.ToString();
    }

    private static void AppendFolded(StringBuilder result, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.DecimalDigitNumber:
                result.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
                break;
            case UnicodeCategory.DashPunctuation:
                result.Append('-');
                break;
            case UnicodeCategory.Format:
                break;
            case UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation:
                result.Append('\'');
                break;
            case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                result.Append(' ');
                break;
            default:
                result.Append(rune.Value == 0x2212 ? "-" : Rune.ToLowerInvariant(rune).ToString());
                break;
        }
    }
}
