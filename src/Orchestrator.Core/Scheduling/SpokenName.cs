using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Orchestrator.Core.Scheduling;

/// <summary>A name as it is compared: lower case, without accents, punctuation, titles and courtesy words.</summary>
internal sealed class SpokenName
{
    private static readonly FrozenSet<string> Titles = new[]
    {
        "dr", "doctor", "doc", "prof", "professor", "mr", "mister", "mrs", "missus", "ms", "miss", "mx", "sir", "dame", "nurse", "sister",
        "md", "dds", "dmd", "dpm", "phd", "rn", "np", "frau", "herr", "doktor",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Fillers = new[]
    {
        "an", "the", "my", "for", "with", "please", "appointment", "appointments", "visit", "booking", "service",
    }.ToFrozenSet();

    private SpokenName(string[] words, string[] core) => (Words, Core, Joined) = (words, core, string.Concat(core));

    /// <summary>All words.</summary>
    public string[] Words { get; }

    /// <summary>The words that tell names apart: without titles and courtesy, unless nothing else was said.</summary>
    public string[] Core { get; }

    /// <summary><see cref="Core"/> in one, so that "check up", "Check-up" and "checkup" are the same.</summary>
    public string Joined { get; }

    /// <summary>Neighbouring words of <see cref="Core"/> in one: every way to break the phrase into a name and the rest.</summary>
    public IEnumerable<string> Runs() =>
        from first in Enumerable.Range(0, Core.Length)
        from last in Enumerable.Range(first, Core.Length - first)
        select string.Concat(Core[first..(last + 1)]);

    public static SpokenName Parse(string text)
    {
        var words = Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // Elsewhere an "a" is somebody's initial.
        var named = words is ["a", ..] ? words[1..] : words;
        var core = Array.FindAll(named, word => !Titles.Contains(word) && !Fillers.Contains(word));
        return new SpokenName(words, core.Length > 0 ? core : words);
    }

    /// <summary>Lower case, letters without their marks, apostrophes gone and every other sign a space.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);

        // Through UTF-8, since Normalize throws on half a surrogate pair and this makes it a replacement character.
        var valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        foreach (var rune in valid.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark || rune.Value is '\'' or '\u2019' or '\u02BC' or '`')
                continue;
            _ = rune.Value switch
            {
                'ß' => folded.Append("ss"),
                'æ' or 'Æ' => folded.Append("ae"),
                'œ' or 'Œ' => folded.Append("oe"),
                'ø' or 'Ø' => folded.Append('o'),
                'ł' or 'Ł' => folded.Append('l'),
                'đ' or 'Đ' or 'ð' or 'Ð' => folded.Append('d'),
                'ı' => folded.Append('i'),
                '&' => folded.Append(" and "),
                _ => folded.Append(Rune.IsLetterOrDigit(rune) ? Rune.ToLowerInvariant(rune).ToString() : " "),
            };
        }

        return folded.ToString();
    }
}
