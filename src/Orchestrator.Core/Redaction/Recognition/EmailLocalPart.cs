using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>How far back an address reaches from its spoken "at": through spelled letters, symbols by name and asides, to what is ordinary talk.</summary>
internal sealed class EmailLocalPart(Scratch scratch, CueFinder cues, Questions questions)
{
    private const int LongestSide = 24;
    private const int LongestAfterCue = 10;

    private int _stopAt;

    public void Reset() => _stopAt = -1;

    /// <summary>Where the part begins that ends before the "at"; the "at" itself where there is none.</summary>
    public int StartBefore(int at)
    {
        if (at == _stopAt) return at;
        var cued = IsCued(at);
        var first = at;
        var words = 0;
        var isAside = false;
        for (var i = at - 1; i >= 0 && at - i <= LongestSide; i--)
        {
            if (scratch.Tokens[i].Kind == TokenKind.Placeholder) break;
            if (scratch.Tokens[i].Kind == TokenKind.Mark)
            {
                if (scratch.Tokens[i].Hash is '?' or '!' or ':' or ';' || (scratch.IsMark(i, ',') && i < at - 1 && !isAside && words > 0 && !scratch.Is(i + 1, WordRole.Dot | WordRole.Symbol) && !(i > 0 && IsSpelling(i - 1))) || (scratch.IsMark(i, '.') && scratch.Tokens[i + 1].Has(TokenFlags.Gap) && !cued)) break;
            }
            else if (scratch.Is(i, WordRole.WritingAside) || scratch.Document.TextOf(i) is "then" || (isAside && scratch.Is(i, WordRole.Digit) && scratch.Is(i + 1, WordRole.WritingAside)) || IsExplanation(i) || IsNumeral(i) || (isAside && scratch.Is(i, WordRole.Article) && IsNumeral(i + 1)))
            {
                isAside = true;
                if (IsNumeral(i)) first = i;
            }
            else if (IsSpelling(i))
            {
                isAside = false;
                first = i;
            }
            else if (NamePart(i) is var part and >= 0)
            {
                first = i = part;
            }
            else if ((IsStop(i) && !IsJoined(i) && !(cued && i == at - 1 && IsMailbox(i))) || (!cued && words >= 4) || words >= 7)
            {
                break;
            }
            else
            {
                isAside = false;
                words++;
                first = i;
            }

            if (scratch.StartsTurn(i)) break;
        }

        if (cued && AfterCue(at) is var start && start >= 0 && start < first) first = start;
        if (first == at) _stopAt = at;
        return first;
    }

    /// <summary>"My email is the dot smiths at ...": everyday words too, where nothing but they stand between the cue and the "at"; else -1.</summary>
    private int AfterCue(int at)
    {
        var cue = scratch.Cues.Count == 0 ? -1 : scratch.CueBefore(at);
        var turn = cues.TurnOf(at);
        var isHere = cue >= 0 && scratch.Cues[cue].Turn == turn;
        if (isHere && scratch.Cues[cue].Cue is not { Kind: CueKind.Value, Type: EntityType.EmailAddress }) return -1;
        if (!isHere && !IsAsked(at)) return -1;
        var first = isHere ? scratch.Cues[cue].Last + 1 : scratch.Document.Turns[turn].FirstToken;
        if (at - first > LongestAfterCue) return -1;
        while (first < at - 1 && (scratch.Is(first, WordRole.Copula | WordRole.Filler) || scratch.IsMark(first, ',') || scratch.IsMark(first, '.') || scratch.Document.TextOf(first) is "is" or "it" or "sure" or "Sure")) first++;
        for (var i = first; i < at; i++)
        {
            if (!scratch.IsWord(i) || (i > first && scratch.StartsTurn(i)) || scratch.Is(i, WordRole.At | WordRole.Possessor | WordRole.Pronoun | WordRole.RefersBack) || scratch.Document.TextOf(i) is "to" or "for" or "with" or "from" or "is") return -1;
        }

        return first < at ? first : -1;
    }

    /// <summary>Letters, digits, "dot", "underscore", "m as in mike": they belong to an address wherever they stand in it.</summary>
    private bool IsSpelling(int token)
    {
        if (scratch.IsNumber(token) || scratch.Is(token, WordRole.NumberWord)) return true;
        if (scratch.Is(token - 1, WordRole.NumberWord) && scratch.Is(token + 1, WordRole.NumberWord) && (scratch.Is(token, WordRole.And) || scratch.Document.TextOf(token) is "times")) return true;
        if (scratch.Is(token, WordRole.Dot | WordRole.Symbol)) return true;
        if (scratch.IsWord(token) && scratch.Tokens[token].Length == 1) return true;
        if (scratch.Is(token, WordRole.As) || scratch.Document.TextOf(token) is "in" or "for")
        {
            var letter = scratch.IsMark(token - 1, ',') ? token - 2 : token - 1;
            return scratch.IsWord(letter) && (scratch.Tokens[letter].Length == 1 || scratch.Is(letter, WordRole.As));
        }

        return scratch.Is(token, WordRole.Letter);
    }

    /// <summary>"v, that's v for victor", "demir, that's D E M I R"</summary>
    private bool IsExplanation(int token) =>
        scratch.Is(token, WordRole.Copula) && scratch.IsWord(token + 1) && scratch.Tokens[token + 1].Length == 1
        && (scratch.Is(token + 2, WordRole.As | WordRole.For) || (scratch.IsWord(token + 2) && scratch.Tokens[token + 2].Length == 1));

    /// <summary>"number two", "the digits nine nine"</summary>
    private bool IsNumeral(int token) =>
        (scratch.IsNumber(token + 1) || scratch.Is(token + 1, WordRole.NumberWord)) && !scratch.StartsLine(token + 1) && scratch.Document.TextOf(token) is "number" or "numeral" or "digit" or "digits" or "numbers";

    /// <summary>First token of "first initial", "last name" that ends here and describes what is said next, else -1.</summary>
    private int NamePart(int token)
    {
        if (scratch.Cues.Count == 0) return -1;
        var cue = scratch.CueBefore(token);
        return cue >= 0 && scratch.Cues[cue] is var mark && mark.Last == token && mark.Cue.Kind is CueKind.Initial or CueKind.Name && mark.Last == mark.First + 1
            && scratch.Document.TextOf(token) is "name" or "initial" or "Name" or "Initial" ? mark.First : -1;
    }

    /// <summary>"plus clinic", "dot info": part of the address, whatever it means elsewhere.</summary>
    private bool IsJoined(int token) => !scratch.StartsLine(token) && ((scratch.IsWord(token - 1) && scratch.Is(token - 1, WordRole.Symbol | WordRole.Dot))
        || (scratch.IsWord(token + 1) && scratch.Is(token + 1, WordRole.Symbol | WordRole.Dot) && !scratch.Is(token, WordRole.Link | WordRole.Copula | WordRole.Possessor | WordRole.Pronoun | WordRole.Article)));

    /// <summary>"appointments at", "help at"</summary>
    private bool IsMailbox(int token) =>
        (scratch.Is(token, WordRole.Common) && !scratch.Is(token, WordRole.Link | WordRole.Copula | WordRole.Pronoun))
        || (scratch.Is(token, WordRole.Greeting) && (scratch.Is(token - 1, WordRole.Copula) || scratch.Document.TextOf(token - 1) is "is"));

    private bool IsStop(int token) => scratch.Is(token, WordRole.Link | WordRole.Copula | WordRole.Common | WordRole.Possessor | WordRole.CueHead) && !scratch.Is(token, WordRole.FirstName) || (scratch.Is(token, WordRole.OwnerHead) && scratch.Tokens[token].Has(TokenFlags.Possessive));

    /// <summary>Whether an address is announced or asked for here.</summary>
    public bool IsCued(int token)
    {
        if (scratch.Cues.Count == 0) return false;
        for (var i = scratch.CueBefore(token); i >= 0 && token - scratch.Cues[i].Last <= 14; i--)
        {
            if (scratch.Cues[i].Cue is { Kind: CueKind.Value, Type: EntityType.EmailAddress }) return true;
        }

        return IsAsked(token);
    }

    public bool IsAsked(int token) => questions.IsExpected(cues.TurnOf(token), cue => cue is { Kind: CueKind.Value, Type: EntityType.EmailAddress });
}
