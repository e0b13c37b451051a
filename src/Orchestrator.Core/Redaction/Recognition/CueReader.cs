using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Finds the cue phrases of the data files, the longest at each place.</summary>
internal sealed class CueReader(Scratch scratch)
{
    /// <summary>Whether a longer cue may begin here; most words that are no cue alone begin none.</summary>
    public bool MayBegin(int token)
    {
        var head = scratch.Tokens[token].Lex;
        if (token + 1 >= scratch.Tokens.Count) return IsOwner(token);
        ref var next = ref scratch.Tokens[token + 1];
        return next.Kind == TokenKind.Word ? scratch.Lexicon.Phrases.MayBegin(head, next.Lex) || (next.Has(TokenFlags.Possessive) && scratch.Lexicon.Phrases.MayBegin(head, OwnerOf(token + 1))) || IsOwner(token) : (next.Kind == TokenKind.Mark && next.Hash is '.' or '-') || IsOwner(token);
    }

    /// <summary>"The code's": a cue of one word with its ending.</summary>
    private bool IsOwner(int token) => scratch.Tokens[token].Has(TokenFlags.Possessive) && scratch.Lexicon.IsCue(OwnerOf(token));

    /// <summary>"The hospital number's": the word without its ending, where the word with it leads nowhere.</summary>
    private int Step(int node, int token)
    {
        var phrases = scratch.Lexicon.Phrases;
        var next = phrases.Step(node, scratch.Tokens[token].Lex);
        return next == 0 && scratch.Tokens[token].Has(TokenFlags.Possessive) ? phrases.Step(node, OwnerOf(token)) : next;
    }

    private ushort OwnerOf(int token) => scratch.Lexicon.Find(scratch.Document.KeyOf(token).Mixed);

    public void Read(int token, int turn)
    {
        if (!scratch.Lexicon.IsCue(scratch.Tokens[token].Lex) && !MayBegin(token)) return;
        var phrases = scratch.Lexicon.Phrases;
        var node = 0;
        var last = -1;
        Cue? found = null;
        for (var at = token; at < scratch.Tokens.Count; at++)
        {
            ref var current = ref scratch.Tokens[at];
            if (at > token && current.Has(TokenFlags.NewLine)) break;
            if (current.Kind == TokenKind.Mark && current.Hash is '.' or '-' && !current.Has(TokenFlags.Gap)) continue;
            if (current.Lex == 0 || (node = Step(node, at)) == 0) break;
            if (phrases.EndOf(node) is not { } cue) continue;
            found = cue;
            last = at;
        }

        if (found is { } longest && (scratch.Cues.Count == 0 || scratch.Cues[scratch.Cues.Count - 1].Last < last)) scratch.Cues.Add(new CueMark(token, last, turn, longest));
    }
}
