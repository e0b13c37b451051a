using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>
/// A word's sound, coarse enough for a recogniser's slips (Hollis, Holis, Hollys; Katharine, Catherine) and fine enough
/// to keep other names apart: consonants by class, a run of vowels as one mark.
/// </summary>
internal static class Phonetic
{
    private const int Longest = 24;
    private const int Shortest = 4;

    /// <summary>A hash of the sound, 0 when it is too short to tell names apart.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        Span<char> letters = stackalloc char[Longest];
        var count = 0;
        foreach (var c in word)
        {
            if (count < Longest && CharFold.Letter(c) is var letter and not 0) letters[count++] = (char)letter;
        }

        Span<char> sound = stackalloc char[Longest];
        var length = 0;
        for (var i = 0; i < count; i++)
        {
            var code = Code(letters[..count], i);
            if (code != '\0' && (length == 0 || sound[length - 1] != code)) sound[length++] = code;
        }

        if (length > 1 && sound[length - 1] == 'a') length--;
        return length < Shortest ? 0 : (uint)string.GetHashCode(sound[..length]) | 1;
    }

    private static char Code(ReadOnlySpan<char> word, int i)
    {
        var next = i + 1 < word.Length ? word[i + 1] : '\0';
        return word[i] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' or 'y' => 'a',
            'h' => i == 0 ? 'h' : '\0',
            'w' => i == 0 ? 'w' : '\0',
            'c' => next is 'e' or 'i' or 'y' ? 's' : next == 'h' ? 'x' : 'k',
            'q' => 'k',
            'k' => i == 0 && next == 'n' ? '\0' : 'k',
            'g' => next is 'h' ? '\0' : i == 0 && next == 'n' ? '\0' : 'g',
            'p' => next == 'h' ? 'f' : 'p',
            's' => next == 'h' ? 'x' : 's',
            'z' => 's',
            'x' => 's',
            'v' => 'v',
            var other => other,
        };
    }
}
