using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>
/// Decides which cue a value belongs to: one before it, one right after it ("that's my cell"), or what the agent's last
/// question asked for.
/// </summary>
internal sealed class CueFinder(Scratch scratch, Questions questions)
{
    private const int FarthestTokens = 24;
    private const int HighestCost = 4;

    /// <param name="count">Letters and digits of the value.</param>
    public CueHit Find(int first, int last, int count, bool letters)
    {
        if (scratch.Cues.Count == 0) return CueHit.None;
        var turn = TurnOf(first);
        var before = Before(first, turn, count, letters);
        var fits = before.Kind != CueKind.Value || before.Cost == int.MaxValue || Fits(before.Type, count, letters);
        if (fits && before.Cost <= 1 && before.Kind != CueKind.Number) return before;
        var after = After(last, turn);
        if (after.Cost < before.Cost || (!fits && after.IsValue && Fits(after.Type, count, letters))) return after;
        if (before.IsValue || before.Is(CueKind.Guard)) return before;
        var asked = questions.Expected(turn, first, count, letters);
        return asked.Cost < int.MaxValue ? asked : before;
    }

    public int TurnOf(int token) => scratch.TurnOf(token);

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
        for (var i = scratch.CueBefore(first); i >= 0 && scratch.Cues[i].Turn == turn; i--)
        {
            var mark = scratch.Cues[i];
            if (mark.Cue.Kind is not (CueKind.Value or CueKind.Guard or CueKind.Number or CueKind.LastDigits)) continue;
            var cost = CostBetween(mark.Last + 1, first);
            if (cost == int.MaxValue) break;
            var hit = new CueHit(mark.Cue.Kind, mark.Cue.Type, RedactionLayer.Cue, cost);
            if (mark.Cue.Kind == CueKind.Value && !Fits(mark.Cue.Type, count, letters))
            {
                if (generic.Cost == int.MaxValue) generic = hit;
                continue;
            }

            if (generic.Kind == CueKind.Number && generic.Cost < cost - 1) return generic;
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
        var i = scratch.CueBefore(last + 1) + 1;
        for (var tries = 0; i < scratch.Cues.Count && tries < 3 && scratch.Cues[i].Turn == turn && scratch.Cues[i].First - last <= 9; i++, tries++)
        {
            var mark = scratch.Cues[i];
            if (mark.Cue.Kind != CueKind.Value) continue;
            var tie = mark.First - 1;
            while (tie > last && scratch.Is(tie, WordRole.Possessor | WordRole.Article | WordRole.RefersBack)) tie--;
            if (tie > last && tie < mark.First && IsTie(tie)) return new CueHit(CueKind.Value, mark.Cue.Type, RedactionLayer.Cue, Math.Min(tie - last - 1, 3));
            if (IsApposed(mark, tie, last) || (mark.First == last + 1 && scratch.StartsLine(mark.Last + 1))) return new CueHit(CueKind.Value, mark.Cue.Type, RedactionLayer.Cue, 0);
        }

        return CueHit.None;
    }

    /// <summary>"442 887, the code": nothing but an article between, and nothing said after.</summary>
    private bool IsApposed(CueMark mark, int tie, int last) =>
        tie < mark.First - 1 && (tie == last || (tie == last + 1 && scratch.IsMark(tie, ',')))
        && (scratch.StartsLine(mark.Last + 1) || scratch.IsMark(mark.Last + 1, '.') || scratch.IsMark(mark.Last + 1, ','));

    private bool IsTie(int token) => scratch.IsWord(token) && scratch.Document.TextOf(token) switch
    {
        "is" or "Is" or "IS" => true,
        _ => scratch.Is(token, WordRole.Copula | WordRole.As),
    };
}
