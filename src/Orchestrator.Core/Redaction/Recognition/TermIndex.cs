using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>
/// The terms that a policy always hides, by their words: whatever their case, accents and width, and whatever space, line
/// break, hyphen or comma is between them. Everyday words count like all others, because somebody has asked for them.
/// </summary>
internal sealed class TermIndex
{
    private readonly Dictionary<string, List<TermWord[]>> _byFirst = new(StringComparer.Ordinal);

    /// <returns>False for a term that has other marks in it ("C++", "24/7"): those are found as they are written.</returns>
    public bool TryAdd(string term)
    {
        var words = new List<TermWord>();
        for (var at = 0; TermWord.TryRead(term, ref at, out var word);)
            words.Add(word);
        if (words.Count == 0 || !IsPlain(term)) return false;
        if (!_byFirst.TryGetValue(words[0].Folded, out var terms)) _byFirst[words[0].Folded] = terms = [];
        terms.Add([.. words]);
        return true;
    }

    /// <summary>Calls <paramref name="found"/> with start and end of each term in the text.</summary>
    public void Find(string text, Action<int, int> found)
    {
        for (var at = 0; TermWord.TryRead(text, ref at, out var word);)
        {
            if (LongestFrom(text, word, at) is var end && end > word.Start) found(word.Start, end);
        }
    }

    private int LongestFrom(string text, TermWord first, int after) =>
        Math.Max(LongestFrom(text, first.Folded, first, after), first.Owner is { } owner ? LongestFrom(text, owner, first, after) : 0);

    private int LongestFrom(string text, string start, TermWord first, int after)
    {
        var longest = 0;
        if (!_byFirst.TryGetValue(start, out var terms)) return longest;
        foreach (var term in terms)
            longest = Math.Max(longest, EndOf(text, term, first, after));
        return longest;
    }

    private static int EndOf(string text, TermWord[] term, TermWord last, int at)
    {
        for (var next = 1; next < term.Length; next++)
        {
            var before = last;
            if (last.Folded != term[next - 1].Folded || !TermWord.TryRead(text, ref at, out last) || !IsJoint(text, before, last) || !last.Is(term[next]))
                return 0;
        }

        return last.Folded == term[^1].Folded ? last.End : last.OwnerEnd;
    }

    /// <summary>What may stand between two words of one term.</summary>
    private static bool IsJoint(string text, TermWord before, TermWord next)
    {
        const int Longest = 4;
        var between = text.AsSpan(before.End, next.Start - before.End);
        foreach (var c in between)
        {
            if (!char.IsWhiteSpace(c) && !CharFold.IsIgnorable(c) && CharFold.Mark(c) is not ('-' or ',' or '.')) return false;
        }

        // "St. John", but no sentence's end; and no paragraph's.
        return between.Length <= Longest && (!between.Contains('.') || before.Folded.Length <= 3 || between.Length == 1);
    }

    private static bool IsPlain(string term) =>
        term.All(c => TermWord.IsPart(c) || TermWord.IsApostrophe(c) || char.IsWhiteSpace(c) || CharFold.IsIgnorable(c) || CharFold.Mark(c) is '-' or ',' or '.');
}
