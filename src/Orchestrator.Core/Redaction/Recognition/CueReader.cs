using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Finds the cue phrases of the data files, the longest at each place.</summary>
internal sealed class CueReader(Scratch scratch)
{
    public void Read(int token, int turn)
    {
        var phrases = scratch.Lexicon.Phrases;
        var node = 0;
        var last = -1;
        Cue? found = null;
        for (var at = token; at < scratch.Tokens.Count; at++)
        {
            ref var current = ref scratch.Tokens[at];
            if (at > token && current.Has(TokenFlags.NewLine)) break;
            if (current.Kind == TokenKind.Mark && current.Hash is '.' or '-' && !current.Has(TokenFlags.Gap)) continue;
            if (current.Lex == 0 || (node = phrases.Step(node, current.Lex)) == 0) break;
            if (phrases.EndOf(node) is not { } cue) continue;
            found = cue;
            last = at;
        }

        if (found is { } longest && (scratch.Cues.Count == 0 || scratch.Cues[scratch.Cues.Count - 1].Last < last)) scratch.Cues.Add(new CueMark(token, last, turn, longest));
    }
}
