using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>E-mail addresses, printed ("j.smith@example.com") and spoken ("j dot smith at gmail dot com").</summary>
internal sealed class EmailRules(Scratch scratch, CueFinder cues, Questions questions)
{
    private const int LongestSide = 24;

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
        if (at <= 0 || scratch.StartsTurn(at)) return;
        var first = LocalStart(at);
        if (first == at) return;
        _done = last;
        scratch.Hide(first, last, EntityType.EmailAddress, RedactionLayer.Shape, "EMAIL_ADDRESS:spoken", 0.93);
    }

    /// <summary>An address with a spoken "at" and a printed domain: "john at gmail.com".</summary>
    public void ReadHalfSpoken(int at)
    {
        if (at <= _done || !scratch.IsWord(at + 1) || scratch.StartsLine(at + 1)) return;
        var last = at + 1;
        while (scratch.IsMark(last + 1, '.') && scratch.Document.IsGlued(last + 1) && scratch.IsWord(last + 2) && scratch.Document.IsGlued(last + 2) && last - at < 8) last += 2;
        if (last == at + 1 || !scratch.Is(last, WordRole.Tld)) return;
        var first = LocalStart(at);
        if (first == at || (!scratch.Is(at + 1, WordRole.FreeMail) && !IsCued(first))) return;
        _done = last;
        scratch.Hide(first, last, EntityType.EmailAddress, RedactionLayer.Shape, "EMAIL_ADDRESS:spoken", 0.9);
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
        for (var i = at - 1; i >= 0 && at - i <= LongestSide; i--)
        {
            if (scratch.Tokens[i].Kind == TokenKind.Placeholder) break;
            if (scratch.Tokens[i].Kind == TokenKind.Mark)
            {
                if (scratch.Tokens[i].Hash is '?' or '!' or ':' or ';' || (scratch.IsMark(i, ',') && i < at - 1 && !scratch.Is(i + 1, WordRole.Dot | WordRole.Symbol) && !(i > 0 && IsSpelling(i - 1))) || (scratch.IsMark(i, '.') && scratch.Tokens[i + 1].Has(TokenFlags.Gap) && !cued)) break;
            }
            else if (IsSpelling(i))
            {
                first = i;
            }
            else if (IsStop(i) || (!cued && words >= 4) || words >= 7)
            {
                break;
            }
            else
            {
                words++;
                first = i;
            }

            if (scratch.StartsTurn(i)) break;
        }

        if (first == at) _stopAt = at;
        return first;
    }

    /// <summary>Letters, digits, "dot", "underscore", "m as in mike": they belong to an address wherever they stand in it.</summary>
    private bool IsSpelling(int token)
    {
        if (scratch.IsNumber(token) || scratch.Is(token, WordRole.NumberWord)) return true;
        if (scratch.Is(token, WordRole.Dot | WordRole.Symbol)) return true;
        if (scratch.IsWord(token) && scratch.Tokens[token].Length == 1) return true;
        if (scratch.Is(token, WordRole.As) || scratch.Document.TextOf(token) is "in" or "for")
        {
            var letter = scratch.IsMark(token - 1, ',') ? token - 2 : token - 1;
            return scratch.IsWord(letter) && (scratch.Tokens[letter].Length == 1 || scratch.Is(letter, WordRole.As));
        }


        return scratch.Is(token, WordRole.Letter);
    }

    private bool IsStop(int token) => scratch.Is(token, WordRole.Link | WordRole.Copula | WordRole.Common | WordRole.Possessor | WordRole.CueHead) && !scratch.Is(token, WordRole.FirstName);

    private bool IsCued(int token)
    {
        if (scratch.Cues.Count == 0) return false;
        for (var i = scratch.CueBefore(token); i >= 0 && token - scratch.Cues[i].Last <= 14; i--)
        {
            if (scratch.Cues[i].Cue is { Kind: CueKind.Value, Type: EntityType.EmailAddress }) return true;
        }

        return questions.IsExpected(cues.TurnOf(token), cue => cue is { Kind: CueKind.Value, Type: EntityType.EmailAddress });
    }
}
