using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>What belongs to a telephone number beside its digits: a plus or bracket before, an extension after.</summary>
internal sealed class PhoneEdges(Scratch scratch)
{
    public (int First, int Last) Widen(int first, int last)
    {
        first = PlusBefore(HeardBefore(first));
        if (scratch.IsMark(first - 1, '(') && scratch.Document.IsGlued(first)) first--;
        return (first, ExtensionAfter(last));
    }

    /// <summary>"It's for one five ...": a first digit that was heard as another word.</summary>
    private int HeardBefore(int first)
    {
        var before = first - 1;
        if (!scratch.Is(before, WordRole.SoundAlike) || scratch.StartsLine(first) || scratch.StartsLine(before) || !scratch.Is(first, WordRole.Digit)) return first;
        return scratch.Is(before - 1, WordRole.Copula) || scratch.Document.TextOf(before - 1) is "is" ? before : first;
    }

    /// <summary>The "+" or "plus" (or "(+") in front of the token, else the token.</summary>
    public int PlusBefore(int first)
    {
        if (first == 0 || scratch.StartsTurn(first)) return first;
        var before = scratch.IsMark(first - 1, '(') ? first - 1 : first;
        if (scratch.IsMark(before - 1, '+') && scratch.Document.IsGlued(before)) return before - 1;
        return scratch.Is(before - 1, WordRole.Plus) ? before - 1 : first;
    }

    private int ExtensionAfter(int last)
    {
        var at = last + 1;
        if (scratch.IsMark(at, ',')) at++;
        if (scratch.IsMark(at, '#')) at++;
        else if (scratch.Is(at, WordRole.Extension) && !scratch.StartsLine(at)) at++;
        else return last;
        if (scratch.IsMark(at, '.') || scratch.IsMark(at, ':')) at++;
        if (scratch.StartsLine(at)) return last;
        if (scratch.IsNumber(at) && scratch.Tokens[at].Length <= 6) return at;
        var end = at;
        while (end - at < 5 && scratch.Is(end, WordRole.Digit | WordRole.Tens | WordRole.Teen) && !scratch.StartsLine(end)) end++;
        return end > at ? end - 1 : last;
    }
}
