using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Recognition;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Rendering;

/// <summary>
/// Tells whether digits were left standing so close to a hidden value that they read differently once it is gone. Only
/// then is the text read a second time, which keeps redacting twice from changing anything.
/// </summary>
internal static class Residue
{
    private const int NearTokens = 14;
    private const int TellingDigits = 2;

    /// <summary>So many digits may be taken for a value without a cue.</summary>
    private const int LeastAlone = 6;
    private const int CueBefore = 40;
    private const int CueAfter = 12;

    public static bool Exists(Scratch scratch, Buffer<Candidate> winners)
    {
        var winner = 0;
        foreach (ref readonly var run in scratch.Runs.Span)
        {
            int hidden = 0, left = 0, longest = 0;
            for (var i = run.FirstItem; i <= run.LastItem; i++)
            {
                var start = scratch.Tokens[scratch.Items[i].First].Start;
                while (winner < winners.Count && winners[winner].End <= start) winner++;
                if (winner < winners.Count && winners[winner].Start < scratch.Tokens[scratch.Items[i].Last].End) (hidden, left) = (hidden + scratch.Items[i].DigitCount, 0);
                else if (!scratch.Items[i].Barred || scratch.Items[i].InDate) left += scratch.Items[i].DigitCount;
                longest = Math.Max(longest, left);
            }

            if (longest < TellingDigits) continue;
            if (hidden > 0 && longest >= LeastAlone) return true;
            if ((hidden > 0 || IsNear(scratch, run, winners, winner)) && HasCueInReach(scratch, run)) return true;
        }

        return false;
    }

    /// <summary>A cue before it, close after it or in a question it may answer; without one it reads the same as before.</summary>
    private static bool HasCueInReach(Scratch scratch, NumberRun run)
    {
        int first = scratch.Items[run.FirstItem].First, last = scratch.Items[run.LastItem].Last;
        var turn = scratch.TurnOf(first);
        for (var cue = scratch.CueBefore(last + CueAfter); cue >= 0 && turn - scratch.Cues[cue].Turn <= Questions.QuestionsLast; cue--)
        {
            if (first - scratch.Cues[cue].First > CueBefore && scratch.Cues[cue].Turn == turn) return false;
            if (scratch.Cues[cue].Cue.Kind is CueKind.Value or CueKind.Number or CueKind.LastDigits or CueKind.Home or CueKind.Credentials) return true;
        }

        return false;
    }

    private static bool IsNear(Scratch scratch, NumberRun run, Buffer<Candidate> winners, int next)
    {
        int first = scratch.Items[run.FirstItem].First, last = scratch.Items[run.LastItem].Last;
        int from = first, to = last;
        while (from > 0 && first - from < NearTokens && !scratch.StartsTurn(from)) from--;
        while (to + 1 < scratch.Tokens.Count && to - last < NearTokens && !scratch.StartsTurn(to + 1)) to++;
        return (next > 0 && winners[next - 1].End > scratch.Tokens[from].Start) || (next < winners.Count && winners[next].Start < scratch.Tokens[to].End);
    }
}
