namespace Orchestrator.Core.Scheduling.Spoken;

internal static class Spelling
{
    /// <summary>Whether one letter more, less, other, or swapped with its neighbour makes one word the other.</summary>
    public static bool IsOneSlipAway(string word, string other)
    {
        if (Math.Abs(word.Length - other.Length) > 1) return false;

        var start = 0;
        while (start < word.Length && start < other.Length && word[start] == other[start]) start++;
        var (wordEnd, otherEnd) = (word.Length, other.Length);
        while (wordEnd > start && otherEnd > start && word[wordEnd - 1] == other[otherEnd - 1]) (wordEnd, otherEnd) = (wordEnd - 1, otherEnd - 1);

        var (left, right) = (wordEnd - start, otherEnd - start);
        if (left <= 1 && right <= 1) return true;
        return left == 2 && right == 2 && word[start] == other[start + 1] && word[start + 1] == other[start];
    }
}
