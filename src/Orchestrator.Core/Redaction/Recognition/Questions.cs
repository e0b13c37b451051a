using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>What the agent's last question asked for, and so what the caller's turn may be the answer to.</summary>
internal sealed class Questions(Scratch scratch)
{
    public const int QuestionsLast = 10;

    private const int MostCues = 12;
    private const int LongestSentence = 80;

    private readonly AnswerPieces _pieces = new(scratch);

    /// <summary>The turns, in order, whose question asked for what is wanted.</summary>
    public void FindAnswers(Func<Cue, bool> wanted, Action<int> judge)
    {
        var turns = scratch.Document.Turns;
        var until = 0;
        for (var i = 0; i < scratch.Cues.Count; i++)
        {
            if (!wanted(scratch.Cues[i].Cue)) continue;
            var asking = scratch.Cues[i].Turn;
            for (var turn = Math.Max(until, asking + 1); turn < turns.Count && turn - asking <= QuestionsLast; turn++)
            {
                until = turn + 1;
                if (turns[turn].Role != SpeakerRole.Agent && turns[turn - 1].Role != SpeakerRole.Caller && IsExpected(turn, wanted)) judge(turn);
            }
        }
    }

    /// <summary>The agent's last question asked for a value of this kind.</summary>
    public bool IsExpected(int turn, Func<Cue, bool> wanted)
    {
        var last = AskedUntil(turn, out var asking);
        for (var i = last; i >= 0 && last - i < MostCues && scratch.Cues[i].Turn == asking; i--)
        {
            if (wanted(scratch.Cues[i].Cue) && IsAsked(i)) return true;
        }

        return false;
    }

    public CueHit Expected(int turn, int first, int count, bool letters)
    {
        var best = CueHit.None;
        var bestFit = 0;
        var last = AskedUntil(turn, out var asking);
        var isPiece = last >= 0 && _pieces.IsPiece(first);
        for (var i = last; i >= 0 && last - i < MostCues && scratch.Cues[i].Turn == asking; i--)
        {
            var cue = scratch.Cues[i].Cue;
            if (cue.Kind is not (CueKind.Value or CueKind.Number or CueKind.LastDigits)) continue;
            var rule = cue.Kind == CueKind.Value ? scratch.Lexicon.LengthOf(cue.Type) : new LengthRule(7, 15, false);
            if (rule.Most == 0 || (letters && !rule.Letters)) continue;
            var fit = count >= rule.Least && count <= rule.Most ? 100 - (rule.Most - rule.Least) : isPiece || (count >= 3 && rule.Least > 4) ? 1 : 0;
            if (fit <= bestFit || !IsAsked(i)) continue;
            if (fit == 1 && scratch.Is(first - 1, WordRole.ClockBefore | WordRole.At | WordRole.CountedBefore) && !scratch.StartsTurn(first)) continue;
            bestFit = fit;
            best = new CueHit(cue.Kind, cue.Type, RedactionLayer.Expectation, 2, isPiece);
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
            var last = scratch.CueBefore(turns[back + 1].FirstToken);
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
        // The label of the next turn stands at the end of this one.
        if (end - 1 > first && scratch.Tokens[end - 1].Has(TokenFlags.TurnStart)) end--;
        return end - first <= (!HasQuestion(first, end) ? 10 : scratch.Is(first, WordRole.And) ? 7 : 4);
    }

    /// <summary>The cue stands in a question, or in a turn that asks without a question mark.</summary>
    private bool IsAsked(int cue)
    {
        var mark = scratch.Cues[cue];
        var end = scratch.Document.Turns[mark.Turn + 1].FirstToken;
        for (var i = mark.Last + 1; i < end && i - mark.Last < LongestSentence; i++)
        {
            if (scratch.IsMark(i, '?')) return true;
            if ((scratch.IsMark(i, '.') || scratch.IsMark(i, '!')) && (i + 1 >= end || scratch.Tokens[i + 1].Has(TokenFlags.Gap))) return !HasQuestion(i + 1, end) || RefersBack(cue, i + 1, end);
        }

        return true;
    }

    private bool HasQuestion(int from, int end)
    {
        for (var i = from; i < end && i - from < LongestSentence; i++)
        {
            if (scratch.IsMark(i, '?')) return true;
        }

        return false;
    }

    /// <summary>"I sent you a code. Can you read it to me?": the question names nothing else and means what the sentence before it named.</summary>
    private bool RefersBack(int cue, int from, int end)
    {
        if (cue + 1 < scratch.Cues.Count && scratch.Cues[cue + 1].First < end) return false;
        for (var i = from; i < end && i - from < LongestSentence && !scratch.IsMark(i, '?'); i++)
        {
            if (scratch.Is(i, WordRole.RefersBack)) return true;
        }

        return false;
    }

    private bool HasAskingCue(int last, int turn)
    {
        for (var i = last; i >= 0 && last - i < MostCues && scratch.Cues[i].Turn == turn; i--)
        {
            if (scratch.Cues[i].Cue.Kind is CueKind.Value or CueKind.Number or CueKind.LastDigits or CueKind.NameAsked or CueKind.Name or CueKind.OtherName or CueKind.Home or CueKind.Spelling) return true;
        }

        return false;
    }
}
