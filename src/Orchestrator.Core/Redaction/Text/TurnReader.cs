using Orchestrator.Core.Redaction.Language;

namespace Orchestrator.Core.Redaction.Text;

/// <summary>Opens turns: given ones, and those of a plain text, where "User:" at a line's start begins one.</summary>
internal sealed class TurnReader(Document document, Lexicon lexicon, TokenWriter writer)
{
    public void Open(Turn turn)
    {
        document.Turns.Add(turn with { FirstToken = document.Tokens.Count });
        writer.Pending = TokenFlags.Gap | TokenFlags.NewLine | TokenFlags.TurnStart;
    }

    /// <summary>Begins a turn at a colon right behind a line's first word, if that is a speaker's. The colon is no token.</summary>
    public bool TakeLabel(int colon)
    {
        var last = document.Tokens.Count - 1;
        if (last < 0 || last != writer.LineStart) return false;
        ref var label = ref document.Tokens[last];
        if (label.Kind != TokenKind.Word || label.End != colon) return false;
        var role = lexicon.SpeakerOf(label.Lex);
        if (role == SpeakerRole.Unknown) return false;
        label.Flags |= TokenFlags.TurnStart | TokenFlags.NewLine;
        Open(new Turn(role, 0, colon + 1));
        return true;
    }
}
