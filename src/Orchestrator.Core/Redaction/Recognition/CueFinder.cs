using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>
/// Decides which cue a value belongs to: one before it, one right after it ("that's my cell"), or what the agent's last
/// question asked for.
/// </summary>
internal sealed class CueFinder(Scratch scratch)
{
    private const int FarthestTokens = 24;
    private const int HighestCost = 4;
    private const int QuestionsLast = 6;

    /// <param name="count">Letters and digits of the value.</param>
    public CueHit Find(int first, int last, int count, bool letters)
    {
        var turn = TurnOf(first);
        var before = Before(first, turn, count, letters);
        if (before.Cost <= 1 && before.Kind != CueKind.Number) return before;
        var after = After(last, turn);
        if (after.Cost < before.Cost) return after;
        if (before.IsValue || before.Is(CueKind.Guard)) return before;
        var asked = Expected(turn, first, count, letters);
        return asked.Cost < int.MaxValue ? asked : before;
    }

    public int TurnOf(int token)
    {
        int low = 0, high = scratch.Document.Turns.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (scratch.Document.Turns[middle].FirstToken <= token) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>Index of the last cue that begins before the token.</summary>
    public int CueBefore(int token)
    {
        int low = -1, high = scratch.Cues.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (scratch.Cues[middle].First < token) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>The agent's last question asked for a value of this kind.</summary>
    public bool IsExpected(int turn, Func<Cue, bool> wanted)
    {
        for (var i = AskedUntil(turn, out var asking); i >= 0 && scratch.Cues[i].Turn == asking; i--)
        {
            if (wanted(scratch.Cues[i].Cue) && IsAsked(i)) return true;
        }

        return false;
    }

    /// <summary>How much stands between a cue and its value: fillers are free, other words cost one, another value two.</summary>
    public int CostBetween(int from, int to)
    {
        if (to - from > FarthestTokens) return int.MaxValue;
        var cost = 0;
        for (var i = from; i < to; i++)
        {
            if (scratch.Tokens[i].Has(TokenFlags.TurnStart)) return int.MaxValue;
            cost += scratch.Tokens[i].Kind switch
            {
                TokenKind.Placeholder => 3,
                TokenKind.Number => 2,
                TokenKind.Mark => scratch.Tokens[i].Hash is '.' or '!' or ';' && (i + 1 >= scratch.Tokens.Count || scratch.Tokens[i + 1].Has(TokenFlags.Gap)) ? 1 : 0,
                _ => scratch.Is(i, WordRole.Link) ? 0 : scratch.Is(i, WordRole.NumberWord) ? 2 : 1,
            };
            if (cost > HighestCost) return int.MaxValue;
        }

        return cost;
    }

    private CueHit Before(int first, int turn, int count, bool letters)
    {
        var generic = CueHit.None;
        for (var i = CueBefore(first); i >= 0 && scratch.Cues[i].Turn == turn; i--)
        {
            var mark = scratch.Cues[i];
            if (mark.Cue.Kind is not (CueKind.Value or CueKind.Guard or CueKind.Number or CueKind.LastDigits)) continue;
            var cost = CostBetween(mark.Last + 1, first);
            if (cost == int.MaxValue) break;
            var hit = new CueHit(mark.Cue.Kind, mark.Cue.Type, RedactionLayer.Cue, cost);
            if (mark.Cue.Kind == CueKind.Value && !Fits(mark.Cue.Type, count, letters) && generic.Cost == int.MaxValue)
            {
                generic = hit;
                continue;
            }

            if (mark.Cue.Kind is CueKind.Value or CueKind.Guard) return hit.Kind == CueKind.Guard && cost > 1 ? generic : hit;
            if (generic.Cost == int.MaxValue) generic = hit;
            if (mark.Cue.Kind == CueKind.LastDigits) return hit;
        }

        return generic;
    }

    private bool Fits(EntityType type, int count, bool letters)
    {
        var rule = scratch.Lexicon.LengthOf(type);
        return rule.Most > 0 && count >= rule.Least && (!letters || rule.Letters);
    }

    private CueHit After(int last, int turn)
    {
        var i = CueBefore(last + 1) + 1;
        for (var tries = 0; i < scratch.Cues.Count && tries < 3 && scratch.Cues[i].Turn == turn && scratch.Cues[i].First - last <= 9; i++, tries++)
        {
            var mark = scratch.Cues[i];
            if (mark.Cue.Kind != CueKind.Value) continue;
            var tie = mark.First - 1;
            while (tie > last && scratch.Is(tie, WordRole.Possessor | WordRole.Article)) tie--;
            if (tie > last && tie < mark.First && IsTie(tie)) return new CueHit(CueKind.Value, mark.Cue.Type, RedactionLayer.Cue, Math.Min(tie - last - 1, 3));
            if (mark.First == last + 1 && scratch.StartsLine(mark.Last + 1)) return new CueHit(CueKind.Value, mark.Cue.Type, RedactionLayer.Cue, 0);
        }

        return CueHit.None;
    }

    private bool IsTie(int token) => scratch.IsWord(token) && scratch.Document.TextOf(token) switch
    {
        "is" or "Is" or "IS" => true,
        _ => scratch.Is(token, WordRole.Copula),
    };

    private CueHit Expected(int turn, int first, int count, bool letters)
    {
        var best = CueHit.None;
        var bestFit = 0;
        for (var i = AskedUntil(turn, out var asking); i >= 0 && scratch.Cues[i].Turn == asking; i--)
        {
            var cue = scratch.Cues[i].Cue;
            if (cue.Kind is not (CueKind.Value or CueKind.Number or CueKind.LastDigits)) continue;
            var rule = cue.Kind == CueKind.Value ? scratch.Lexicon.LengthOf(cue.Type) : new LengthRule(7, 15, false);
            if (rule.Most == 0 || (letters && !rule.Letters)) continue;
            var fit = count >= rule.Least && count <= rule.Most ? 100 - (rule.Most - rule.Least) : count >= 3 && rule.Least > 4 ? 1 : 0;
            if (fit <= bestFit || !IsAsked(i)) continue;
            if (fit == 1 && scratch.Is(first - 1, WordRole.ClockBefore | WordRole.At | WordRole.CountedBefore) && !scratch.StartsTurn(first)) continue;
            bestFit = fit;
            best = new CueHit(cue.Kind, cue.Type, RedactionLayer.Expectation, 2);
        }

        return best;
    }

    /// <summary>The last cue of the agent's turn that this turn answers.</summary>
    private int AskedUntil(int turn, out int asking)
    {
        asking = -1;
        var turns = scratch.Document.Turns;
        if (turn == 0 || turns[turn].Role == SpeakerRole.Agent) return -1;
        for (var back = turn - 1; back >= 0 && turn - back <= QuestionsLast; back--)
        {
            if (turns[back].Role == SpeakerRole.Caller) continue;
            var last = CueBefore(turns[back + 1].FirstToken);
            while (last >= 0 && scratch.Cues[last].Turn > back) last--;
            if (last >= 0 && scratch.Cues[last].Turn == back && HasAskingCue(last, back))
            {
                asking = back;
                return last;
            }

            if (!IsShort(back)) return -1;
        }

        return -1;
    }

    /// <summary>"Okay", "go on", "and the rest": the question before is still open.</summary>
    private bool IsShort(int turn)
    {
        int first = scratch.Document.Turns[turn].FirstToken, end = scratch.Document.Turns[turn + 1].FirstToken;
        return end - first <= (HasQuestion(first, end) ? 4 : 10);
    }

    /// <summary>The cue stands in a question, or in a turn that asks without a question mark.</summary>
    private bool IsAsked(int cue)
    {
        var mark = scratch.Cues[cue];
        var end = scratch.Document.Turns[mark.Turn + 1].FirstToken;
        for (var i = mark.Last + 1; i < end; i++)
        {
            if (scratch.IsMark(i, '?')) return true;
            if ((scratch.IsMark(i, '.') || scratch.IsMark(i, '!')) && (i + 1 >= end || scratch.Tokens[i + 1].Has(TokenFlags.Gap))) return !HasQuestion(i + 1, end);
        }

        return true;
    }

    private bool HasQuestion(int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (scratch.IsMark(i, '?')) return true;
        }

        return false;
    }

    private bool HasAskingCue(int last, int turn)
    {
        for (var i = last; i >= 0 && scratch.Cues[i].Turn == turn; i--)
        {
            if (scratch.Cues[i].Cue.Kind is CueKind.Value or CueKind.Number or CueKind.LastDigits or CueKind.NameAsked or CueKind.Name or CueKind.Home or CueKind.Spelling) return true;
        }

        return false;
    }
}
