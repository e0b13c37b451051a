using Orchestrator.Core.Redaction.Recognition;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Policies;

/// <summary>
/// Terms are the same when their words are, whatever their case and accents, or when words long enough to be told apart by
/// ear sound alike: a recogniser writes "Pria" for "Priya". Words with digits are compared as written.
/// </summary>
internal sealed class TermComparer : IEqualityComparer<string>
{
    private static readonly char[] Between = [' ', '-', ',', '.', '\t', '\u00A0'];

    public static TermComparer Instance { get; } = new();

    public bool Equals(string? x, string? y)
    {
        if (x is null || y is null)
            return ReferenceEquals(x, y);
        return Keys(x).SequenceEqual(Keys(y));
    }

    public int GetHashCode(string obj)
    {
        var hash = new HashCode();
        foreach (var key in Keys(obj))
            hash.Add(key);
        return hash.ToHashCode();
    }

    private static IEnumerable<ulong> Keys(string term) =>
        term.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(Key);

    private static ulong Key(string word)
    {
        if (!word.All(c => char.IsLetter(c) || c is '\'' or '\u2019'))
            return (uint)string.GetHashCode(word, StringComparison.OrdinalIgnoreCase) | 1UL << 40;
        return Phonetic.Of(word) is var sound and not 0 ? sound : WordKey.Of(word).Mixed | 1UL << 41;
    }
}
