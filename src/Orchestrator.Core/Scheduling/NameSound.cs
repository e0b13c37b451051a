using System.Text;

namespace Orchestrator.Core.Scheduling;

/// <summary>
/// A rough English sound of a word and the likeness of two: what a speech recogniser writes for a name it does not know is spelled
/// differently but sounds alike ("oh say" for Osei).
/// </summary>
internal static class NameSound
{
    private const string Vowels = "aeiou";

    /// <summary>Spellings and their sound, the longest first; a capital is one sound of two letters (X as in she, C as in church, T as in thin).</summary>
    private static readonly (string Spelling, string Sound)[] Spellings =
    [
        ("ough", "o"), ("eigh", "e"), ("sch", "X"), ("tch", "C"), ("igh", "i"), ("dge", "j"),
        ("ph", "f"), ("gh", ""), ("ck", "k"), ("sh", "X"), ("ch", "C"), ("th", "T"), ("wh", "w"), ("qu", "kw"), ("sz", "s"), ("cz", "C"),
        ("ay", "e"), ("ai", "e"), ("ei", "e"), ("ey", "e"), ("eh", "e"), ("ee", "i"), ("ea", "i"), ("ie", "i"), ("oo", "u"), ("ou", "u"),
        ("ue", "u"), ("ew", "u"), ("eu", "u"), ("oa", "o"), ("oe", "o"), ("ow", "o"), ("oh", "o"), ("au", "o"), ("aw", "o"), ("ah", "a"),
        ("aa", "a"), ("uh", "a"), ("ae", "e"), ("x", "ks"), ("q", "k"), ("z", "s"),
    ];

    /// <summary>Consonants that are easily taken for one another count as half a mistake.</summary>
    private static readonly string[] Alike = ["bp", "dt", "gk", "fv", "vw", "sX", "mn", "Cj", "CX", "sT", "Tt", "Tf", "lr", "gj"];

    public static string Of(IEnumerable<string> words) => string.Concat(words.Select(Of));

    /// <summary>1 for the same sound, less the more differs; a wrong vowel is half a mistake.</summary>
    public static double Likeness(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
            return 0;

        var above = new double[b.Length + 1];
        var row = new double[b.Length + 1];
        for (var j = 1; j <= b.Length; j++)
            above[j] = above[j - 1] + Weight(b[j - 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = above[0] + Weight(a[i - 1]);
            for (var j = 1; j <= b.Length; j++)
            {
                var change = above[j - 1] + Change(a[i - 1], b[j - 1]);
                row[j] = Math.Min(change, Math.Min(above[j] + Weight(a[i - 1]), row[j - 1] + Weight(b[j - 1])));
            }

            (above, row) = (row, above);
        }

        return 1 - (above[b.Length] / Math.Max(a.Length, b.Length));
    }

    private static string Of(string word)
    {
        var text = word switch
        {
            ['k', 'n', .. var rest] => "n" + rest,
            ['w', 'r', .. var rest] => "r" + rest,
            ['p', 's', .. var rest] => "s" + rest,
            ['g', 'h', .. var rest] => "g" + rest,
            [.. var rest, 'm', 'b'] => rest + "m",
            [.. { Length: > 2 } rest, 'e'] when !IsVowel(rest[^1]) => rest,
            _ => word,
        };
        var softC = text.Length < word.Length && word[^1] == 'e' && text[^1] == 'c';
        var sound = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var (spelling, letters) = SoundAt(text, i, softC);
            foreach (var letter in letters)
            {
                if (sound.Length == 0 || sound[^1] != letter)
                    sound.Append(letter);
            }

            i += spelling;
        }

        return sound.ToString();
    }

    private static (int Length, string Sound) SoundAt(string text, int i, bool softC)
    {
        foreach (var (spelling, sound) in Spellings)
        {
            if (string.CompareOrdinal(text, i, spelling, 0, spelling.Length) == 0 && !IsSounded(text, i, spelling))
                return (spelling.Length, sound);
        }

        var next = i + 1 < text.Length ? text[i + 1] : '\0';
        return text[i] switch
        {
            'c' => (1, next is 'e' or 'i' or 'y' || (next == '\0' && softC) ? "s" : "k"),
            'h' when !IsVowel(next) => (1, ""),
            'y' when !IsVowel(next) => (1, "i"),
            _ => (1, text[i].ToString()),
        };
    }

    /// <summary>An h after a vowel is silent, but it starts a syllable when a vowel follows it.</summary>
    private static bool IsSounded(string text, int i, string spelling) =>
        spelling is [_, 'h'] && IsVowel(spelling[0]) && i + 2 < text.Length && IsVowel(text[i + 2]);

    private static double Weight(char sound) => IsVowel(sound) ? 0.5 : 1;

    private static double Change(char a, char b)
    {
        if (a == b)
            return 0;
        if (IsVowel(a) && IsVowel(b))
            return 0.5;
        return Array.Exists(Alike, pair => pair.Contains(a) && pair.Contains(b)) ? 0.5 : 1;
    }

    private static bool IsVowel(char letter) => Vowels.Contains(letter);
}
