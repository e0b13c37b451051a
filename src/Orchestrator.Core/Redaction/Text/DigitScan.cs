namespace Orchestrator.Core.Redaction.Text;

/// <summary>Digits beyond ASCII: full-width, of other scripts, mathematical, and digits joined by characters without width.</summary>
internal static class DigitScan
{
    /// <summary>Length of a wide or mathematical digit, or of zero-width characters that stand before one more digit.</summary>
    public static int LengthAt(string text, int at, int end)
    {
        if (CharFold.Digit(text[at]) >= 0) return 1;
        if (IsPair(text, at, end)) return 2;
        var next = at;
        while (next < end && next - at < 64 && CharFold.IsIgnorable(text[next])) next++;
        return next > at && next < end && (CharFold.Digit(text[next]) >= 0 || IsPair(text, next, end)) ? next - at : 0;
    }

    public static bool IsPair(string text, int at, int end) =>
        at + 1 < end && char.IsSurrogatePair(text[at], text[at + 1]) && System.Globalization.CharUnicodeInfo.GetDecimalDigitValue(text, at) >= 0;
}
