using Orchestrator.Core.Redaction.Language;

namespace Orchestrator.Core.Redaction.Rendering;

/// <summary>
/// Looks at what is about to leave, knowing nothing of how it was made: card numbers, social security
/// numbers and what the clinic knows must not be in it.
/// </summary>
internal static class LeakCheck
{
    private const int LongestRun = 64;
    private const int Near = 8;

    public static bool Finds(ReadOnlySpan<char> output, RedactionPolicy policy, ReadOnlySpan<string> knownDigits, ReadOnlySpan<string> knownNames)
    {
        foreach (var name in knownNames)
        {
            if (ContainsWord(output, name)) return true;
        }

        Span<byte> digits = stackalloc byte[LongestRun];
        while (NextDigit(output) is var start and >= 0)
        {
            output = output[start..];
            var length = DigitRun(output, digits, out var count);
            if (count >= 6 && IsLeak(digits[..count], output[..length], policy, knownDigits)) return true;
            output = output[length..];
        }

        return false;
    }

    /// <summary>Where digits are, more of them are near; a search by vectors pays further on.</summary>
    private static int NextDigit(ReadOnlySpan<char> text)
    {
        var near = Math.Min(text.Length, Near);
        for (var i = 0; i < near; i++)
        {
            if (char.IsAsciiDigit(text[i])) return i;
        }

        var further = text[near..].IndexOfAnyInRange('0', '9');
        return further < 0 ? -1 : near + further;
    }

    private static bool ContainsWord(ReadOnlySpan<char> text, string word)
    {
        while (text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))) return true;
            text = text[end..];
        }

        return false;
    }

    private static int DigitRun(ReadOnlySpan<char> text, Span<byte> digits, out int count)
    {
        count = 0;
        var end = 0;
        for (var i = 0; i < text.Length && count < LongestRun; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits[count++] = (byte)text[i];
                end = i + 1;
            }
            else if (text[i] is not (' ' or '-' or '.' or '(' or ')') || i - end > 1)
            {
                break;
            }
        }

        return end;
    }

    private static bool IsLeak(ReadOnlySpan<byte> digits, ReadOnlySpan<char> written, RedactionPolicy policy, ReadOnlySpan<string> knownDigits)
    {
        Span<byte> known = stackalloc byte[LongestRun];
        foreach (var value in knownDigits)
        {
            if (value.Length > digits.Length) continue;
            System.Text.Encoding.ASCII.GetBytes(value, known);
            if (digits.IndexOf(known[..value.Length]) >= 0) return true;
        }

        if (!written.ContainsAnyExceptInRange('0', '9') && digits.Length is >= 13 and <= 19 && IsCard(digits)) return true;
        return policy.Hides(EntityType.UsSsn) && written.Length == 11 && written[3] == '-' && written[6] == '-' && digits.Length == 9 && Checksums.Holds(Checksum.Ssn, digits);
    }

    private static bool IsCard(ReadOnlySpan<byte> digits)
    {
        foreach (var form in Lexicon.Instance.Cards.Of(digits))
        {
            if (form.Shape.Matches(digits) && Checksums.Holds(Checksum.Card, digits)) return true;
        }

        return false;
    }
}
