using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>E-mail addresses, printed ("j.smith@example.com") and spoken ("j dot smith at gmail dot com").</summary>
internal sealed class EmailRules(Scratch scratch, CueFinder cues, Questions questions)
{
    private const int LongestSide = 24;
    private const int LongestPiece = 10;
    private const int LongestAfterCue = 10;

    private int _done;
    private int _stopAt;

    public void Reset() => _done = _stopAt = -1;

    /// <summary>An address around a printed @.</summary>
    public void ReadPrinted(int at)
    {
        if (at <= _done || !scratch.Document.IsGlued(at) || at + 1 >= scratch.Tokens.Count || !scratch.Document.IsGlued(at + 1) || !IsDomainPart(at + 1)) return;
        var first = at;
        while (first > 0 && at - first < LongestSide && scratch.Document.IsGlued(first) && IsLocalPart(first - 1)) first--;
        while (first < at && scratch.Tokens[first].Kind == TokenKind.Mark) first++;
        var last = at;
        while (last + 1 < scratch.Tokens.Count && last - at < LongestSide && scratch.Document.IsGlued(last + 1) && IsDomainPart(last + 1)) last++;
        while (last > at && scratch.Tokens[last].Kind == TokenKind.Mark) last--;
        if (first == at || last == at) return;
        if (!HasDot(at, last) && !IsCued(first)) return;
        _done = last;
        scratch.Hide(first, last, EntityType.EmailAddress, RedactionLayer.Shape, "EMAIL_ADDRESS:printed", 0.95);
    }

    /// <summary>An address around a spoken or printed dot before a top-level domain, with "at" to its left.</summary>
    public void ReadSpoken(int dot)
    {
        if (dot <= _done || scratch.StartsTurn(dot + 1)) return;
        var last = scratch.Is(dot + 1, WordRole.Tld) ? dot + 1 : SpelledDomain(dot);
        if (last == dot) return;
        while (last - dot < 6 && IsDot(last + 1) && scratch.Is(last + 2, WordRole.Tld)) last += 2;
        var at = AtBefore(dot);
        if (at < 0 || scratch.StartsTurn(at))
        {
            ReadDomainPiece(at < 0 ? dot : at, last);
            return;
        }

        at = FirstAt(at);
        var first = LocalStart(at);
        if (first == at) return;
        _done = last;
        scratch.Hide(first, last, EntityType.EmailAddress, RedactionLayer.Shape, "EMAIL_ADDRESS:spoken", 0.93);
    }

    /// <summary>An address with a spoken "at" and a printed domain: "john at gmail.com".</summary>
    public void ReadHalfSpoken(int at)
    {
        if (at <= _done) return;
        if (scratch.StartsTurn(at + 1)) ReadLocalPiece(at);
        if (!scratch.IsWord(at + 1) || scratch.StartsLine(at + 1)) return;
        var last = at + 1;
        while (scratch.IsMark(last + 1, '.') && scratch.Document.IsGlued(last + 1) && scratch.IsWord(last + 2) && scratch.Document.IsGlued(last + 2) && last - at < 8) last += 2;
        if (last == at + 1 && scratch.Is(last, WordRole.FreeMail) && !IsDot(last + 1)) ReadProvider(at);
        if (last == at + 1 || !scratch.Is(last, WordRole.Tld)) return;
        var first = LocalStart(at);
        if (first == at || (!scratch.Is(at + 1, WordRole.FreeMail) && !IsCued(first))) return;
        _done = last;
        scratch.Hide(first, last, EntityType.EmailAddress, RedactionLayer.Shape, "EMAIL_ADDRESS:spoken", 0.9);
    }

    /// <summary>"It's wojcik at gmail": everyone knows the rest.</summary>
    private void ReadProvider(int at)
    {
        var first = LocalStart(at);
        if (first == at || !(IsCued(first) || scratch.Is(first - 1, WordRole.Copula) || HasSymbol(first, at))) return;
        _done = at + 1;
        scratch.Hide(first, at + 1, EntityType.EmailAddress, RedactionLayer.Cue, "EMAIL_ADDRESS:provider", 0.85);
    }

    /// <summary>"wojcik underscore k" is nothing but an address.</summary>
    private bool HasSymbol(int first, int at)
    {
        for (var i = first + 1; i < at; i++)
        {
            if (scratch.IsWord(i) && scratch.Is(i, WordRole.Symbol | WordRole.Dot)) return true;
        }

        return false;
    }

    /// <summary>"nguyen k at" as the whole of an answer: the domain comes in the next.</summary>
    private void ReadLocalPiece(int at)
    {
        if (scratch.Document.Turns.Count < 2 || scratch.StartsTurn(at) || !IsAsked(at)) return;
        var first = LocalStart(at);
        if (first < at) scratch.Hide(first, at, EntityType.EmailAddress, RedactionLayer.Expectation, Reasons.Of(EntityType.EmailAddress, RedactionLayer.Expectation), 0.85);
    }

    /// <summary>"at gmail dot com" or "gmail dot com" as the whole of an answer: what stands before the "at" came in the turn before.</summary>
    private void ReadDomainPiece(int token, int last)
    {
        if (scratch.Document.Turns.Count < 2 || !IsAsked(token)) return;
        var first = token;
        while (!scratch.StartsTurn(first) && last - first < LongestPiece) first--;
        if (!scratch.StartsTurn(first)) return;
        while (first < token && (scratch.Tokens[first].Kind == TokenKind.Mark || scratch.Is(first, WordRole.Filler))) first++;
        for (var i = first; i < token; i++)
        {
            if (!scratch.Is(i, WordRole.At | WordRole.FreeMail | WordRole.Dot) && scratch.Is(i, WordRole.Common | WordRole.Link)) return;
        }

        _done = last;
        scratch.Hide(first, last, EntityType.EmailAddress, RedactionLayer.Expectation, Reasons.Of(EntityType.EmailAddress, RedactionLayer.Expectation), 0.85);
        if (scratch.Is(first, WordRole.At)) ReadPieceBefore(cues.TurnOf(first));
    }

    private void ReadPieceBefore(int turn)
    {
        var turns = scratch.Document.Turns;
        if (turn < 2 || turns[turn - 1].Role == SpeakerRole.Caller || turns[turn - 2].Role == SpeakerRole.Agent) return;
        var end = turns[turn - 1].FirstToken;
        if (scratch.StartsTurn(end - 1) && end - 1 > turns[turn - 2].FirstToken) end--;
        var first = LocalStart(end);
        if (first < end) scratch.Hide(first, end - 1, EntityType.EmailAddress, RedactionLayer.Expectation, Reasons.Of(EntityType.EmailAddress, RedactionLayer.Expectation), 0.85);
    }

    /// <summary>"at, um, at": the first of them ends the local part.</summary>
    private int FirstAt(int at)
    {
        for (var i = at - 1; i > 0 && at - i < 5 && !scratch.StartsTurn(i); i--)
        {
            if (scratch.IsWord(i) && scratch.Is(i, WordRole.At)) return i;
            if (!scratch.IsMark(i, ',') && !scratch.Is(i, WordRole.Filler)) break;
        }

        return at;
    }

    /// <summary>"dot c a", "dot c o m": the last of two or three letters, the dot itself when there are none.</summary>
    private int SpelledDomain(int dot)
    {
        var last = dot;
        while (last - dot < 3 && scratch.IsWord(last + 1) && scratch.Tokens[last + 1].Length == 1 && !scratch.StartsLine(last + 1)) last++;
        return last - dot >= 2 ? last : dot;
    }

    private bool IsDot(int token) => !scratch.StartsLine(token + 1)
        && (scratch.Is(token, WordRole.Dot) || (scratch.IsMark(token, '.') && scratch.Document.IsGlued(token) && scratch.Document.IsGlued(token + 1)));

    private bool IsLocalPart(int token) => scratch.Tokens[token].Kind switch
    {
        TokenKind.Word or TokenKind.Number => true,
        TokenKind.Mark => scratch.Tokens[token].Hash is '.' or '_' or '-' or '+' or '%' or '\'' or '&' or '=' or '~' or '!' or '#' or '$' or '*' or '/' or '?' or '^' or '`' or '{' or '|' or '}',
        TokenKind.Placeholder => false,
    };

    private bool IsDomainPart(int token) => scratch.Tokens[token].Kind switch
    {
        TokenKind.Word or TokenKind.Number => true,
        TokenKind.Mark => scratch.Tokens[token].Hash is '.' or '-' or '_',
        TokenKind.Placeholder => false,
    };

    private bool HasDot(int at, int last)
    {
        for (var i = at + 2; i < last; i++)
        {
            if (scratch.IsMark(i, '.')) return true;
        }

        return false;
    }

    /// <summary>The "at" left of the domain's words, at most eight tokens away.</summary>
    private int AtBefore(int dot)
    {
        for (var i = dot - 1; i >= 0 && dot - i <= 8; i--)
        {
            if (scratch.Is(i, WordRole.At) && scratch.IsWord(i)) return i == dot - 1 ? -1 : i;
            if (scratch.Tokens[i].Kind == TokenKind.Placeholder || scratch.StartsTurn(i)) return -1;
            if (scratch.Tokens[i].Kind == TokenKind.Mark && scratch.Tokens[i].Hash is '?' or '!') return -1;
        }

        return -1;
    }

    private int LocalStart(int at)
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

    private bool IsCued(int token)
    {
        if (scratch.Cues.Count == 0) return false;
        for (var i = scratch.CueBefore(token); i >= 0 && token - scratch.Cues[i].Last <= 14; i--)
        {
            if (scratch.Cues[i].Cue is { Kind: CueKind.Value, Type: EntityType.EmailAddress }) return true;
        }

        return IsAsked(token);
    }

    private bool IsAsked(int token) => questions.IsExpected(cues.TurnOf(token), cue => cue is { Kind: CueKind.Value, Type: EntityType.EmailAddress });
}
