using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>A street, with its house number or written as a name, that a hidden postcode ends: "The Old Rectory, Church Lane, Ashby, post code LE65 1AB".</summary>
internal sealed class CodedAddresses(Scratch scratch)
{
    private const int LongestLead = 8;
    private const int LongestTown = 8;
    private const int LongestStreet = 6;
    private const int LongestNumber = 6;

    public void Judge()
    {
        var count = scratch.Candidates.Count;
        for (var i = 0; i < count; i++)
        {
            var candidate = scratch.Candidates[i];
            if (candidate.Type == EntityType.PostalCode) ReadBefore(scratch.TokenAt(candidate.Start));
        }
    }

    private void ReadBefore(int code)
    {
        if (scratch.Document.Turns[scratch.TurnOf(code)].Role == SpeakerRole.Agent) return;
        var end = code;
        while (code - end < LongestLead && !scratch.StartsTurn(end) && IsLead(end - 1)) end--;
        var street = Street(end);
        if (street < 0) return;
        var first = Start(street);
        if (first < 0 || IsWorkplace(first)) return;
        while (end - 1 > street && scratch.Tokens[end - 1].Kind == TokenKind.Mark) end--;
        scratch.Hide(first, end - 1, EntityType.Address, RedactionLayer.Shape, "ADDRESS:before-code", 0.8);
    }

    /// <summary>What is said between the town and the code: "and the post code is".</summary>
    private bool IsLead(int token)
    {
        ref var current = ref scratch.Tokens[token];
        if (current.Kind == TokenKind.Mark) return current.Hash is ',' or '.' or ':' or '-';
        if (current.Kind != TokenKind.Word || (current.Has(TokenFlags.Capital) && scratch.IsCased(token) && !scratch.StartsLine(token))) return false;
        return scratch.Is(token, WordRole.Link | WordRole.Copula | WordRole.Article | WordRole.Possessor | WordRole.And | WordRole.Filler) || scratch.Is(token, WordRole.CueHead)
            || scratch.Document.TextOf(token) is "code" or "code's";
    }

    /// <summary>The street's kind ("Lane") with nothing but a town behind it, or -1.</summary>
    private int Street(int end)
    {
        for (var at = end - 1; at > 0 && end - at <= LongestTown && !scratch.StartsTurn(at); at--)
        {
            ref var current = ref scratch.Tokens[at];
            if (current.Kind == TokenKind.Mark && current.Hash is ',' or '.' or '-') continue;
            if (current.Kind != TokenKind.Word) return -1;
            if (current.Length > 2 && scratch.Is(at, WordRole.StreetType)) return at;
            if (scratch.Is(at, WordRole.Common | WordRole.Link | WordRole.NumberWord) && !(current.Has(TokenFlags.Capital) && scratch.IsCased(at)) && !scratch.Is(at, WordRole.Dwelling)) return -1;
        }

        return -1;
    }

    /// <summary>First token of the address: its house number, a flat before that, or the first of its capitals.</summary>
    private int Start(int street)
    {
        var at = street - 1;
        var isCased = scratch.IsCased(street);
        while (at >= 0 && street - at <= LongestStreet && !scratch.StartsTurn(at + 1) && IsStreetWord(at, isCased)) at--;
        if (at < 0 || scratch.StartsTurn(at + 1) || !IsNumber(at)) return isCased && street - at > 1 ? FirstOfCapitals(at + 1) : -1;
        var first = at;
        while (first > 0 && at - first < LongestNumber && !scratch.StartsTurn(first) && IsNumber(first - 1)) first--;
        var before = scratch.IsMark(first - 1, ',') ? first - 2 : first - 1;
        var flat = before;
        while (flat > 0 && before - flat < LongestNumber && !scratch.StartsTurn(flat + 1) && IsNumber(flat)) flat--;
        return flat >= 0 && !scratch.StartsTurn(flat + 1) && scratch.Is(flat, WordRole.Dwelling) ? flat : first;
    }

    private bool IsStreetWord(int token, bool isCased)
    {
        ref var current = ref scratch.Tokens[token];
        if (current.Kind == TokenKind.Mark) return current.Hash is '\'' or '.' or '-' || (isCased && current.Hash is ',');
        if (current.Kind != TokenKind.Word || IsNumber(token)) return false;
        return isCased ? current.Has(TokenFlags.Capital) : !scratch.Is(token, WordRole.Common | WordRole.Link) || scratch.Is(token, WordRole.Compass);
    }

    private int FirstOfCapitals(int first)
    {
        while (scratch.Tokens[first].Kind == TokenKind.Mark) first++;
        return scratch.Is(first, WordRole.Pronoun | WordRole.Copula | WordRole.Link) && !scratch.Tokens[first + 1].Has(TokenFlags.Capital) ? -1 : first;
    }

    private bool IsNumber(int token) => scratch.IsNumber(token) || scratch.Is(token, WordRole.NumberWord);

    /// <summary>"I work at ...", "the clinic is at ...": not somebody's home.</summary>
    private bool IsWorkplace(int first)
    {
        var cue = scratch.CueBefore(first);
        return cue >= 0 && scratch.Cues[cue] is var mark && mark.Cue.Kind == CueKind.Workplace && first - mark.Last <= 3 && !scratch.Is(mark.First, WordRole.Article);
    }
}
