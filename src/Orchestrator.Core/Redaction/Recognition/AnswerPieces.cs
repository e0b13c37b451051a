using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>
/// Tells turns that hold a few digits or letters and nothing else, with another such turn close by: a value that the caller
/// gives bit by bit while the agent says "mm-hmm".
/// </summary>
internal sealed class AnswerPieces(Scratch scratch)
{
    private const int Longest = 10;
    private const int Near = 2;

    public bool IsPiece(int token)
    {
        if (scratch.Document.Turns.Count < 3) return false;
        var turn = scratch.TurnOf(token);
        return IsBare(turn) && (IsBare(turn - Near) || IsBare(turn + Near));
    }

    private bool IsBare(int turn)
    {
        var turns = scratch.Document.Turns;
        if (turn < 1 || turn >= turns.Count || turns[turn].Role == SpeakerRole.Agent) return false;
        int first = turns[turn].FirstToken, end = turn + 1 < turns.Count ? turns[turn + 1].FirstToken : scratch.Tokens.Count;
        // The label of the next turn stands at the end of this one.
        if (turn + 1 < turns.Count && end - 1 > first && scratch.Tokens[end - 1].Has(TokenFlags.TurnStart)) end--;
        if (end - first is 0 or > Longest) return false;
        var parts = 0;
        for (var i = first; i < end; i++)
        {
            if (scratch.IsNumber(i) || scratch.Is(i, WordRole.NumberWord) || IsLetter(i)) parts++;
            else if (scratch.Tokens[i].Kind != TokenKind.Mark && !scratch.Is(i, WordRole.Filler)) return false;
        }

        return parts > 0;
    }

    private bool IsLetter(int token) => scratch.IsWord(token) && (scratch.Tokens[token].Length == 1 || scratch.Is(token, WordRole.Letter));
}
