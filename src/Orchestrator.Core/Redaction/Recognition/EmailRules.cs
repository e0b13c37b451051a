using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>E-mail addresses, printed ("j.smith@example.com") and spoken ("j dot smith at gmail dot com").</summary>
internal sealed class EmailRules(Scratch scratch, CueFinder cues, Questions questions)
{
    private const int LongestSide = 24;
    private const int LongestPiece = 10;

    private readonly EmailLocalPart _local = new(scratch, cues, questions);
    private int _done;

    public void Reset()
    {
        _done = -1;
        _local.Reset();
    }

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
        if (!HasDot(at, last) && !_local.IsCued(first)) return;
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
        var first = _local.StartBefore(at);
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
        var first = _local.StartBefore(at);
        if (first == at || (!scratch.Is(at + 1, WordRole.FreeMail) && !_local.IsCued(first))) return;
        _done = last;
        scratch.Hide(first, last, EntityType.EmailAddress, RedactionLayer.Shape, "EMAIL_ADDRESS:spoken", 0.9);
    }

    /// <summary>"It's wojcik at gmail": everyone knows the rest.</summary>
    private void ReadProvider(int at)
    {
        var first = _local.StartBefore(at);
        if (first == at || !(_local.IsCued(first) || scratch.Is(first - 1, WordRole.Copula) || HasSymbol(first, at))) return;
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
        if (scratch.Document.Turns.Count < 2 || scratch.StartsTurn(at) || !_local.IsAsked(at)) return;
        var first = _local.StartBefore(at);
        if (first < at) scratch.Hide(first, at, EntityType.EmailAddress, RedactionLayer.Expectation, Reasons.Of(EntityType.EmailAddress, RedactionLayer.Expectation), 0.85);
    }

    /// <summary>"at gmail dot com" or "gmail dot com" as the whole of an answer: what stands before the "at" came in the turn before.</summary>
    private void ReadDomainPiece(int token, int last)
    {
        if (scratch.Document.Turns.Count < 2 || !_local.IsAsked(token)) return;
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
        var first = _local.StartBefore(end);
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
}
