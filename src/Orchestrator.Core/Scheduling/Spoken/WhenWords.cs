using System.Collections.Frozen;
using Orchestrator.Core.Speech;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>The words of one language for days and times. Another language is another table, not other code.</summary>
internal sealed class WhenWords
{
    private readonly FrozenDictionary<string, Term> _phrases;
    private readonly string[] _guessable;

    public WhenWords(NumberWords numbers, IReadOnlySet<string> ordinalEndings, string approximateEnding, IEnumerable<(TermKind Kind, int Value, string Phrases)> table)
    {
        (Numbers, OrdinalEndings, ApproximateEnding) = (numbers, ordinalEndings, approximateEnding);
        _phrases = table
            .SelectMany(row => row.Phrases.Split('|', StringSplitOptions.TrimEntries).Select(phrase => KeyValuePair.Create(phrase, new Term(row.Kind, row.Value))))
            .ToFrozenDictionary(StringComparer.Ordinal);
        LongestPhrase = _phrases.Keys.Max(phrase => phrase.Count(c => c == ' ') + 1);
        _guessable = [.. _phrases.Where(pair => IsGuessable(pair.Key, pair.Value)).Select(pair => pair.Key)];
    }

    public static WhenWords English { get; } = EnglishWhenWords.Create();

    public NumberWords Numbers { get; }

    /// <summary>"th" in "14th".</summary>
    public IReadOnlySet<string> OrdinalEndings { get; }

    /// <summary>"ish" in "two-ish".</summary>
    public string ApproximateEnding { get; }

    /// <summary>In words.</summary>
    public int LongestPhrase { get; }

    public bool TryGet(string phrase, out Term term) => _phrases.TryGetValue(phrase, out term);

    /// <summary>A long word that is one slip of the pen away from exactly one known word of its kind ("janurary", "wensday").</summary>
    public bool TryGuess(string word, out Term term)
    {
        term = default;
        if (word.Length is < 6 or > 12) return false;

        string? found = null;
        foreach (var candidate in _guessable)
        {
            if (!Spelling.IsOneSlipAway(word, candidate)) continue;
            if (found is not null && _phrases[found] != _phrases[candidate]) return false;
            found = candidate;
        }

        return found is not null && _phrases.TryGetValue(found, out term);
    }

    private static bool IsGuessable(string phrase, Term term) =>
        phrase.Length >= 6 && !phrase.Contains(' ', StringComparison.Ordinal)
        && term.Kind is TermKind.Month or TermKind.Weekday or TermKind.ShiftedDay or TermKind.Part;
}
