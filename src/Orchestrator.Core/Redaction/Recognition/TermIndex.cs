using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>
/// The terms that a policy always hides, by their words: whatever their case, accents and width, and whatever space, line
/// break, hyphen or comma is between them. Everyday words count like all others, because somebody has asked for them.
/// </summary>
internal sealed class TermIndex
{
    private const int LongestJoint = 4;

    private readonly Node _root = new();

    /// <returns>False for a term that has other marks in it ("C++", "24/7"): those are found as they are written.</returns>
    public bool TryAdd(string term)
    {
        if (!IsPlain(term)) return false;
        var node = _root;
        for (var at = 0; TermWord.TryRead(term, ref at, out var word);)
        {
            if (!node.Next.TryGetValue(word.Folded, out var next)) node.Next[word.Folded] = next = new Node();
            node = next;
        }

        return node != _root && (node.IsEnd = true);
    }

    /// <summary>Calls <paramref name="found"/> with start and end of each term in the text, the longest from each word.</summary>
    public void Find(string text, Action<int, int> found)
    {
        for (var at = 0; TermWord.TryRead(text, ref at, out var word);)
        {
            if (LongestFrom(text, word, at) is var end && end > word.Start) found(word.Start, end);
        }
    }

    /// <summary>As many words as the longest term has, at most.</summary>
    private int LongestFrom(string text, TermWord word, int at)
    {
        var longest = 0;
        for (var node = _root; ;)
        {
            if (word.Owner is { } owner && node.Next.TryGetValue(owner, out var owned) && owned.IsEnd) longest = word.OwnerEnd;
            if (!node.Next.TryGetValue(word.Folded, out node!)) return longest;
            if (node.IsEnd) longest = word.End;
            var before = word;
            if (node.Next.Count == 0 || !TermWord.TryRead(text, ref at, out word) || !IsJoint(text, before, word)) return longest;
        }
    }

    /// <summary>What may stand between two words of one term: "St. John", but no sentence's end; and no paragraph's.</summary>
    private static bool IsJoint(string text, TermWord before, TermWord next)
    {
        var between = text.AsSpan(before.End, next.Start - before.End);
        if (between.Length > LongestJoint || (between.Length > 1 && before.Folded.Length > 3 && between.Contains('.'))) return false;
        foreach (var c in between)
        {
            if (!IsBetween(c)) return false;
        }

        return true;
    }

    private static bool IsPlain(string term) => term.All(c => TermWord.IsPart(c) || TermWord.IsApostrophe(c) || IsBetween(c));

    private static bool IsBetween(char c) => char.IsWhiteSpace(c) || CharFold.IsIgnorable(c) || CharFold.Mark(c) is '-' or ',' or '.';

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public bool IsEnd { get; set; }
    }
}
