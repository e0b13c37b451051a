using System.Globalization;
using System.Text;

namespace Orchestrator.Core.Redaction.Text;

/// <summary>What a character is to the engine, whatever its alphabet or width.</summary>
internal static class CharFold
{
    private static readonly byte[] Ascii = AsciiKinds();
    private static readonly byte[] LatinBase = LatinBases();

    public static CharKind AsciiKind(byte c) => (CharKind)Ascii[c];

    public static CharKind Kind(char c) => c < 128 ? (CharKind)Ascii[c] : BeyondAscii(c);

    /// <summary>Lower-case ASCII letter of a Latin letter with or without accents or width; 0 for others.</summary>
    public static byte Letter(char c)
    {
        if (c < 128) return char.IsAsciiLetter(c) ? (byte)(c | 0x20) : (byte)0;
        if (c < LatinBase.Length) return LatinBase[c];
        return c switch
        {
            >= 'Ａ' and <= 'Ｚ' => (byte)(c - 'Ａ' + 'a'),
            >= 'ａ' and <= 'ｚ' => (byte)(c - 'ａ' + 'a'),
            >= '\u1E00' and <= '\u1EFF' => Decomposed(c),
            _ => 0,
        };
    }

    public static int Digit(char c) => c < 128 ? (char.IsAsciiDigit(c) ? c - '0' : -1) : CharUnicodeInfo.GetDecimalDigitValue(c);

    /// <summary>Zero-width and bidirectional controls, soft hyphen: they join what they stand in.</summary>
    public static bool IsIgnorable(char c) => c is '\u00AD' or '\uFEFF' or '\u180E' or '\u061C'
        or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or (>= '\uFE00' and <= '\uFE0F');

    /// <summary>Full-width and typographic forms of the marks that hold numbers together.</summary>
    public static uint Mark(char c) => c switch
    {
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' or '－' => '-',
        '＋' => '+',
        '．' => '.',
        '，' => ',',
        '＠' => '@',
        '（' => '(',
        '）' => ')',
        '／' => '/',
        '：' => ':',
        _ => c,
    };

    private static CharKind BeyondAscii(char c)
    {
        if (IsIgnorable(c)) return CharKind.Ignorable;
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter => CharKind.Letter,
            UnicodeCategory.OtherLetter => CharKind.OtherLetter,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharKind.Combining,
            UnicodeCategory.DecimalDigitNumber => CharKind.Digit,
            UnicodeCategory.SpaceSeparator => CharKind.Space,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => CharKind.NewLine,
            UnicodeCategory.Surrogate => CharKind.Surrogate,
            _ => c == '\u0085' ? CharKind.NewLine : CharKind.Mark,
        };
    }

    private static byte[] AsciiKinds()
    {
        var kinds = new byte[128];
        for (var c = '\0'; c < 128; c++)
        {
            kinds[c] = (byte)(char.IsAsciiLetter(c) ? CharKind.Letter
                : char.IsAsciiDigit(c) ? CharKind.Digit
                : c is '\n' or '\r' or '\f' or '\v' ? CharKind.NewLine
                : c is ' ' or '\t' || char.IsControl(c) ? CharKind.Space
                : CharKind.Mark);
        }

        return kinds;
    }

    private static byte[] LatinBases()
    {
        var bases = new byte[0x250];
        for (var c = '\0'; c < bases.Length; c++) bases[c] = c < 128 ? (char.IsAsciiLetter(c) ? (byte)(c | 0x20) : (byte)0) : Decomposed(c);
        foreach (var (c, letter) in new[] { ('ø', 'o'), ('Ø', 'o'), ('đ', 'd'), ('Đ', 'd'), ('ł', 'l'), ('Ł', 'l'), ('ß', 's'), ('æ', 'a'), ('Æ', 'a'), ('œ', 'o'), ('Œ', 'o'), ('ð', 'd'), ('Ð', 'd'), ('þ', 't'), ('Þ', 't'), ('ı', 'i') })
            bases[c] = (byte)letter;
        return bases;
    }

    private static byte Decomposed(char c)
    {
        var first = c.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.IsAsciiLetter(first) ? (byte)(first | 0x20) : (byte)0;
    }
}
