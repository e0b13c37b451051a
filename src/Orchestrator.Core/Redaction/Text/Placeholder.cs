using System.Collections.Frozen;

namespace Orchestrator.Core.Redaction.Text;

/// <summary>What redaction itself writes is recognised again and left alone, so that redacting twice changes nothing.</summary>
internal static class Placeholder
{
    private const int Longest = 48;

    private static readonly FrozenSet<string> Names = EntityTypes.All.Select(EntityTypes.TokenName).ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NameLookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    public static int LengthAt(ReadOnlySpan<char> text) => text[0] switch
    {
        '[' => Bracketed(text),
        '*' => Masked(text),
        _ => 0,
    };

    private static int Bracketed(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, Longest)].IndexOf(']');
        return end > 1 && IsPlaceholder(text[1..end]) ? end + 1 : 0;
    }

    private static bool IsPlaceholder(ReadOnlySpan<char> inner)
    {
        if (inner.SequenceEqual("WITHHELD")) return true;
        if (inner.StartsWith("REDACTED: ")) return NameLookup.Contains(inner["REDACTED: ".Length..]);
        if (inner.StartsWith("YEAR ")) return IsShortNumber(inner["YEAR ".Length..], 4);
        if (inner.StartsWith("ZIP3 ")) return IsShortNumber(inner["ZIP3 ".Length..], 3);
        if (inner.SequenceEqual("AGE 90+")) return true;
        var cut = inner.LastIndexOf('_');
        return cut > 0 && IsShortNumber(inner[(cut + 1)..], 6) && NameLookup.Contains(inner[..cut]);
    }

    private static bool IsShortNumber(ReadOnlySpan<char> digits, int longest) =>
        digits.Length > 0 && digits.Length <= longest && !digits.ContainsAnyExceptInRange('0', '9');

    private static int Masked(ReadOnlySpan<char> text)
    {
        var stars = text.IndexOfAnyExcept('*');
        if (stars < 0) stars = text.Length;
        if (stars < 2) return 0;
        var end = stars;
        while (end < text.Length && CharFold.Kind(text[end]) is CharKind.Letter or CharKind.Digit) end++;
        return end - stars <= 4 ? end : stars;
    }
}
