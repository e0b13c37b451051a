using Orchestrator.Core.Redaction.Recognition;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Rendering;

/// <summary>
/// The one place where rules meet: candidates that overlap become one span that covers all of them, so that no rule's
/// finding leaks because another's was narrower; the most certain one names the type.
/// </summary>
internal sealed class Resolver(Scratch scratch)
{
    private static readonly Comparison<Candidate> ByPlace = (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End);

    public Buffer<Candidate> Winners { get; } = new();

    public void Resolve(RedactionPolicy policy)
    {
        Winners.TruncateTo(0);
        if (!IsSorted(scratch.Candidates.Span)) scratch.Candidates.Span.Sort(ByPlace);
        var kept = default(Candidate);
        foreach (var candidate in scratch.Candidates.Span)
        {
            if (!policy.Hides(candidate.Type))
            {
                if (candidate.End > kept.End) kept = candidate;
            }
            else if (candidate.End <= kept.End && candidate.Score <= kept.Score && !candidate.Type.IsNeverKept())
            {
                continue;
            }
            else if (!IsAllowed(candidate, policy))
            {
                Take(candidate);
            }
        }
    }

    /// <summary>One rule finds in the order of the text, and a text often has values of one rule only.</summary>
    private static bool IsSorted(ReadOnlySpan<Candidate> candidates)
    {
        for (var i = 1; i < candidates.Length; i++)
        {
            if (candidates[i].Start <= candidates[i - 1].Start) return false;
        }

        return true;
    }

    private void Take(Candidate candidate)
    {
        if (Winners.Count == 0 || candidate.Start >= Winners[Winners.Count - 1].End)
        {
            Winners.Add(candidate);
            return;
        }

        ref var last = ref Winners[Winners.Count - 1];
        var best = IsWider(candidate, last) || (candidate.Score > last.Score && !IsWider(last, candidate)) ? candidate : last;
        last = best with { Start = last.Start, End = Math.Max(last.End, candidate.End) };
    }

    /// <summary>What contains another finding names it: an address knows better what a name within it is.</summary>
    private static bool IsWider(Candidate outer, Candidate inner) =>
        outer.Start <= inner.Start && outer.End >= inner.End && outer.End - outer.Start > inner.End - inner.Start;

    private bool IsAllowed(Candidate candidate, RedactionPolicy policy) =>
        policy.AllowTerms.Count > 0 && !candidate.Type.IsNeverKept()
        && policy.AllowTerms.Contains(scratch.Document.Text[candidate.Start..candidate.End]);
}
