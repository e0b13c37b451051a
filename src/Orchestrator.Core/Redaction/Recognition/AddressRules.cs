using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Home addresses after a cue or a question, and ZIP codes after a state. Other addresses stay.</summary>
internal sealed class AddressRules(Scratch scratch, CueFinder cues, Questions questions)
{
    private const int Longest = 24;
    private const int LongestBefore = 16;
    private const int LongestNumber = 5;

    public void JudgeCues()
    {
        for (var i = 0; i < scratch.Cues.Count; i++)
        {
            var mark = scratch.Cues[i];
            var isLabel = mark.Cue is { Kind: CueKind.Value, Type: EntityType.Address } && scratch.IsMark(mark.Last + 1, ':');
            if ((mark.Cue.Kind == CueKind.Home || isLabel || IsCallersOwn(mark)) && !Read(SkipLinks(mark.Last + 1), RedactionLayer.Cue)) ReadBefore(mark);
        }
    }

    /// <summary>"The address is 66 Mill Road" in a caller's turn; in an agent's it is the clinic's.</summary>
    private bool IsCallersOwn(CueMark mark) =>
        mark.Cue.Kind == CueKind.Workplace && scratch.Document.Turns[mark.Turn].Role == SpeakerRole.Caller && mark.Last == mark.First + 2
        && scratch.Is(mark.First, WordRole.Article) && scratch.Document.TextOf(mark.First + 1) is "address";

    /// <summary>"Fourteen Acacia Avenue, that's my home address"</summary>
    private void ReadBefore(CueMark mark)
    {
        var tie = mark.First - 1;
        while (tie > 0 && scratch.Is(tie, WordRole.Possessor)) tie--;
        if (tie <= 0 || !(scratch.Is(tie, WordRole.Copula) || scratch.Document.TextOf(tie) is "is")) return;
        var first = tie;
        for (var at = tie - 1; at >= 0 && tie - at < LongestBefore && !scratch.StartsTurn(at + 1); at--)
        {
            if (scratch.IsNumber(at) || scratch.Is(at, WordRole.NumberWord | WordRole.Dwelling)) first = at;
            else if (first < tie) break;
        }

        if (first < tie) Read(first, RedactionLayer.Cue);
    }

    public void JudgeAnswers()
    {
        if (scratch.Document.Turns.Count < 2) return;
        var given = -Questions.QuestionsLast;
        questions.FindAnswers(
            cue => cue.Kind == CueKind.Home || cue is { Kind: CueKind.Value, Type: EntityType.Address },
            turn =>
            {
                if (Read(SkipLinks(scratch.Document.Turns[turn].FirstToken), RedactionLayer.Expectation)) given = turn;
                else if (turn - given >= Questions.QuestionsLast) ReadPiece(turn);
            });
    }

    /// <summary>A house number or a flat as the whole of an answer: the street comes in the next.</summary>
    private void ReadPiece(int turn)
    {
        var first = SkipLinks(scratch.Document.Turns[turn].FirstToken);
        if (first >= scratch.Tokens.Count || cues.TurnOf(first) != turn) return;
        var end = SkipNumber(scratch.Is(first, WordRole.Dwelling) ? first + 1 : first);
        if (end == first || end - first > LongestNumber) return;
        if (scratch.IsMark(end, '.') || scratch.IsMark(end, ',')) end++;
        if (scratch.StartsTurn(end)) scratch.Hide(first, end - 1, EntityType.Address, RedactionLayer.Expectation, Reasons.Of(EntityType.Address, RedactionLayer.Expectation), 0.8);
    }

    /// <summary>"NY 10002"</summary>
    public void ReadZip(int token)
    {
        if (scratch.Tokens[token].Length != 5 || !scratch.Is(token - 1, WordRole.State) || scratch.StartsLine(token)) return;
        if (!scratch.Tokens[token - 1].Has(TokenFlags.AllCapitals) || scratch.Tokens[token - 1].Length < 2) return;
        var last = scratch.IsMark(token + 1, '-') && scratch.IsNumber(token + 2) && scratch.Tokens[token + 2].Length == 4 ? token + 2 : token;
        scratch.Hide(token, last, EntityType.PostalCode, RedactionLayer.Shape, "POSTAL_CODE:state", 0.8);
    }

    private bool Read(int first, RedactionLayer layer)
    {
        if (first >= scratch.Tokens.Count || scratch.Tokens[first].Kind == TokenKind.Placeholder) return false;
        if (PostBox(first) is var box and > 0)
        {
            scratch.Hide(first, Tail(box + 1), EntityType.Address, layer, layer == RedactionLayer.Cue ? "ADDRESS:cue" : "ADDRESS:asked", 0.85);
            return true;
        }

        var at = SkipNumber(AfterDwelling(first));
        var hasNumber = at > first;
        if (hasNumber && scratch.IsMark(at, ',') && !scratch.StartsLine(at + 1) && scratch.IsWord(at + 1)) at++;
        var street = Street(at, hasNumber, layer == RedactionLayer.Expectation && scratch.IsCased(first));
        if (street < 0 && !hasNumber) return false;
        var last = street >= 0 ? street : CapitalsAfter(at);
        if (last < at && !hasNumber) return false;
        if (street < 0 && (last < at || !scratch.IsCased(first))) return false;
        last = Tail(last + 1);
        scratch.Hide(first, last, EntityType.Address, layer, layer == RedactionLayer.Cue ? "ADDRESS:cue" : "ADDRESS:asked", 0.85);
        return true;
    }

    /// <summary>"apartment 5, 22 Rose Lane": the flat may come first.</summary>
    private int AfterDwelling(int token)
    {
        if (!scratch.Is(token, WordRole.Dwelling)) return token;
        var at = SkipNumber(token + 1);
        if (at > token + 1 && scratch.IsMark(at + 1, ',') && scratch.IsWord(at) && scratch.Tokens[at].Length == 1 && !scratch.StartsLine(at)) at++;
        return at == token + 1 ? token : scratch.IsMark(at, ',') ? at + 1 : at;
    }

    private int SkipNumber(int token)
    {
        var at = token;
        while (at - token < 6 && !(at > token && scratch.StartsLine(at)) && at < scratch.Tokens.Count && (scratch.IsNumber(at) || scratch.Is(at, WordRole.NumberWord) || (at > token && (scratch.IsMark(at, '-') || IsAndNumber(at) || IsSlash(at))))) at++;
        if (at > token && scratch.IsWord(at) && scratch.Tokens[at].Length == 1 && scratch.Document.IsGlued(at)) at++;
        return at;
    }

    /// <summary>"two slash forty one": a flat and its house.</summary>
    private bool IsSlash(int token) => (scratch.IsMark(token, '/') || (scratch.Is(token, WordRole.Symbol) && scratch.ValueOf(token) == '/')) && (scratch.IsNumber(token + 1) || scratch.Is(token + 1, WordRole.NumberWord));

    /// <summary>"cuarenta y dos", "one hundred and two"</summary>
    private bool IsAndNumber(int token) => scratch.Is(token, WordRole.And) && scratch.Is(token - 1, WordRole.Hundred | WordRole.Tens) && scratch.Is(token + 1, WordRole.NumberWord);

    /// <summary>Last token of the street's name, -1 when none is found within a few words.</summary>
    /// <param name="isAsked">Nothing but an address is expected, so a house may have a name for a number: "The Old Rectory, Mill Lane".</param>
    private int Street(int at, bool hasNumber, bool isAsked)
    {
        if (hasNumber && !scratch.StartsLine(at)) at = SkipOf(at);
        if (scratch.Is(at, WordRole.StreetHead)) return CapitalsAfter(at + 1) is var last && last > at ? SkipNumber(scratch.Is(last + 1, WordRole.Dwelling) ? last + 2 : last + 1) - 1 : -1;
        for (var i = at; i < scratch.Tokens.Count && i - at < 6 && !(i > at && scratch.StartsLine(i)); i++)
        {
            if (i > at && scratch.Is(i, WordRole.StreetType) && scratch.IsWord(i)) return i;
            if (isAsked && i > at && scratch.IsMark(i, ',')) continue;
            if (scratch.Tokens[i].Kind == TokenKind.Mark && (scratch.Tokens[i].Hash is not ('.' or '\'' or '-') || scratch.StartsLine(i + 1))) return -1;
            if (scratch.IsWord(i) && scratch.Is(i, WordRole.Common | WordRole.Link) && !scratch.Is(i, WordRole.Compass | WordRole.Ordinal) && !((hasNumber || isAsked) && scratch.Tokens[i].Has(TokenFlags.Capital))) return -1;
        }

        return -1;
    }

    /// <summary>"mil doscientos de la avenida Lincoln"</summary>
    private int SkipOf(int at)
    {
        var street = at;
        while (street - at < 3 && scratch.Is(street, WordRole.Of | WordRole.Article)) street++;
        return street > at && scratch.Is(street, WordRole.StreetHead) ? street : at;
    }

    private int CapitalsAfter(int at)
    {
        var last = at - 1;
        while (last + 1 < scratch.Tokens.Count && last - at < 5 && scratch.IsWord(last + 1) && !(last >= at && scratch.StartsLine(last + 1))
            && (scratch.Tokens[last + 1].Has(TokenFlags.Capital) || scratch.Is(last + 1, WordRole.NameParticle | WordRole.Of) || !scratch.IsCased(last + 1)) && (scratch.Tokens[last + 1].Has(TokenFlags.Capital) || !scratch.Is(last + 1, WordRole.Common))) last++;
        return last;
    }

    /// <summary>Unit, town, state and code after the street.</summary>
    private int Tail(int at)
    {
        var last = at - 1;
        for (var i = at; i < scratch.Tokens.Count && i - at < Longest && !scratch.StartsLine(i); i++)
        {
            ref var token = ref scratch.Tokens[i];
            if (token.Kind == TokenKind.Placeholder) break;
            if (token.Kind == TokenKind.Mark)
            {
                if (token.Hash is '.' && i + 1 < scratch.Tokens.Count && scratch.Tokens[i + 1].Has(TokenFlags.Gap) && !scratch.Is(i - 1, WordRole.Dwelling | WordRole.StreetType)) break;
                if (token.Hash is not (',' or '.' or '#' or '-')) break;
                continue;
            }

            if (token.Kind == TokenKind.Word && !IsPlaceWord(i)) break;
            last = i;
        }

        return last;
    }

    private bool IsPlaceWord(int token)
    {
        if (scratch.Is(token, WordRole.NumberWord) && (scratch.Is(token - 1, WordRole.Dwelling | WordRole.NumberWord) || IsSpokenZip(token))) return true;
        if (IsDistrict(token)) return true;
        if (scratch.Is(token, WordRole.Dwelling) && (scratch.IsNumber(token + 1) || scratch.Is(token + 1, WordRole.NumberWord))) return true;
        if (scratch.Is(token, WordRole.CueHead) && !scratch.Tokens[token].Has(TokenFlags.Capital)) return false;
        if (scratch.Tokens[token].Has(TokenFlags.Capital)) return !scratch.Is(token, WordRole.Pronoun) && scratch.Document.TextOf(token) is not "I" and not "I'm" and not "I've";
        return false;
    }

    /// <summary>"Dublin two", and nothing that is counted.</summary>
    private bool IsDistrict(int token) =>
        scratch.Is(token, WordRole.Digit | WordRole.Teen | WordRole.Tens) && scratch.IsWord(token - 1) && scratch.Tokens[token - 1].Has(TokenFlags.Capital) && scratch.IsCased(token)
        && (scratch.StartsLine(token + 1) || scratch.IsMark(token + 1, ',') || scratch.IsMark(token + 1, '.'));

    /// <summary>Four or more digits said after the town.</summary>
    private bool IsSpokenZip(int token)
    {
        for (var i = token; i < token + 4; i++)
        {
            if (!scratch.Is(i, WordRole.Digit | WordRole.Multiplier) || (i > token && scratch.StartsLine(i))) return false;
        }

        return true;
    }

    /// <summary>The number of "PO Box 442", or -1.</summary>
    private int PostBox(int token)
    {
        for (var i = token; i < token + 6; i++)
        {
            if (i > token && scratch.StartsLine(i)) return -1;
            if (!scratch.IsWord(i) || !scratch.Document.TextOf(i).Equals("box", StringComparison.OrdinalIgnoreCase)) continue;
            var last = SkipNumber(i + 1) - 1;
            return i > token && last > i && scratch.Document.TextOf(token)[0] is 'p' or 'P' or 'r' or 'R' ? last : -1;
        }

        return -1;
    }

    /// <summary>"The Old Rectory": capitals one after another.</summary>
    private bool BeginsName(int token) =>
        scratch.Tokens[token].Has(TokenFlags.Capital) && scratch.IsWord(token + 1) && scratch.Tokens[token + 1].Has(TokenFlags.Capital) && !scratch.StartsLine(token + 1) && scratch.IsCased(token);

    private int SkipLinks(int token)
    {
        var at = token;
        for (var steps = 0; steps < 8 && at < scratch.Tokens.Count; steps++, at++)
        {
            ref var word = ref scratch.Tokens[at];
            if (at > token && word.Has(TokenFlags.TurnStart)) break;
            if (word.Kind == TokenKind.Mark && word.Hash is ',' or ':' or '?' or '.') continue;
            if (word.Kind == TokenKind.Word && scratch.Is(at, WordRole.Link) && !scratch.Is(at, WordRole.NumberWord) && !BeginsName(at)) continue;
            break;
        }

        return at;
    }
}
