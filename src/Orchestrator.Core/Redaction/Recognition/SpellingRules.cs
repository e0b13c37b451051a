using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Names spelled letter by letter: "H O L L I S", "H-O-double-L", "S as in sugar".</summary>
internal sealed class SpellingRules(Scratch scratch, CueFinder cues, Questions questions)
{
    private const int LeastAlone = 5;
    private const int LeastCued = 2;
    private const int Longest = 40;

    private readonly Buffer<byte> _letters = new();
    private bool _isAbbreviated;
    private int _done;

    public void Reset() => _done = -1;

    public void Judge()
    {
        for (var i = 0; i < scratch.Document.Letters.Count; i++)
        {
            var first = scratch.Document.Letters[i];
            if (first <= _done) continue;
            var last = Read(first);
            _done = last;
            if (_letters.Count < LeastCued) continue;
            var echo = Echo(first, last);
            var isCued = IsCued(first);
            if ((_letters.Count < LeastAlone || _isAbbreviated) && echo < 0 && !(isCued && _letters.Count >= LeastCued)) continue;
            scratch.Hide(first, last, EntityType.Person, RedactionLayer.Cue, "PERSON:spelled", 0.85);
            if (echo >= 0) scratch.Hide(echo, echo, EntityType.Person, RedactionLayer.Cue, "PERSON:spelled", 0.85);
        }
    }

    private int Read(int first)
    {
        _letters.TruncateTo(0);
        _isAbbreviated = scratch.IsMark(first + 1, '.') && scratch.IsWord(first + 2) && scratch.Document.IsGlued(first + 2);
        var last = first;
        for (var at = first; at < scratch.Tokens.Count && at - first < Longest; at++)
        {
            if (at > first && scratch.Tokens[at].Has(TokenFlags.NewLine)) break;
            if (scratch.Tokens[at].Kind == TokenKind.Mark && scratch.Tokens[at].Hash is '-' or '.' or ',' && at > first) continue;
            if (at > first && scratch.Is(at, WordRole.SpellingAside | WordRole.Symbol) && scratch.IsWord(at + 1) && scratch.Tokens[at + 1].Length == 1) continue;
            if (scratch.Is(at, WordRole.Multiplier) && scratch.IsWord(at + 1) && scratch.Tokens[at + 1].Length == 1) continue;
            if (!scratch.IsWord(at)) break;
            if (scratch.Tokens[at].Length == 1)
            {
                if (at > first && scratch.Is(at - 1, WordRole.Multiplier)) _letters.Add(LetterAt(at));
                _letters.Add(LetterAt(at));
                last = at;
                continue;
            }

            var example = scratch.Is(at, WordRole.As) ? at + 2 : scratch.Is(at, WordRole.For) ? at + 1 : -1;
            if (example < 0 || at - 1 != last || !scratch.IsWord(example) || LetterAt(example) != LetterAt(last)) break;
            last = at = example;
        }

        return last;
    }

    private byte LetterAt(int token) => CharFold.Letter(scratch.Document.TextOf(token)[0]);

    /// <summary>The same name said whole right before or after its spelling.</summary>
    private int Echo(int first, int last)
    {
        for (var at = last + 1; at <= last + 4; at++)
        {
            if (IsSpelled(at)) return at;
        }

        for (var at = first - 1; at >= 0 && first - at <= 5; at--)
        {
            if (IsSpelled(at)) return at;
        }

        return -1;
    }

    private bool IsSpelled(int token)
    {
        if (!scratch.IsWord(token) || scratch.Tokens[token].Length != _letters.Count || _letters.Count < 3) return false;
        var text = scratch.Document.TextOf(token);
        for (var i = 0; i < text.Length; i++)
        {
            if (CharFold.Letter(text[i]) != _letters[i]) return false;
        }

        return true;
    }

    private bool IsCued(int first)
    {
        var i = scratch.CueBefore(first);
        for (var tries = 0; i >= 0 && tries < 3; i--, tries++)
        {
            if (scratch.Cues[i].Cue.Kind is CueKind.Spelling or CueKind.Name && cues.CostBetween(scratch.Cues[i].Last + 1, first) <= 3) return true;
        }

        return _letters.Count >= 3 && questions.IsExpected(cues.TurnOf(first), cue => cue.Kind is CueKind.Spelling or CueKind.NameAsked or CueKind.Name);
    }
}
