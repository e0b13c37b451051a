using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Names on cues, after titles, beside relations, as answers to a question for a name, and spelled out.</summary>
internal sealed class NameRules
{
    private const int AnswerWithin = 8;
    private const int FartherIn = 10;
    private const int ShortestWho = 3;
    private const int LongestWho = 9;

    private readonly Scratch _scratch;
    private readonly Questions _questions;
    private readonly NameReader _names;
    private readonly Action<int> _judgeAnswer;

    public NameRules(Scratch scratch, Questions questions)
    {
        _scratch = scratch;
        _questions = questions;
        _names = new NameReader(scratch);
        _judgeAnswer = JudgeAnswer;
    }

    public void JudgeCues()
    {
        for (var i = 0; i < _scratch.Cues.Count; i++)
        {
            var mark = _scratch.Cues[i];
            switch (mark.Cue.Kind)
            {
                case CueKind.Name:
                    HideAfter(SkipLinks(mark.Last + 1), 0.92, "PERSON:cue");
                    break;
                case CueKind.LikelyName or CueKind.OtherName when LooksLikeName(SkipLinks(mark.Last + 1)):
                    HideAfter(SkipLinks(mark.Last + 1), 0.88, "PERSON:cue");
                    break;
                case CueKind.MaybeName:
                    JudgeMaybe(mark);
                    break;
                case CueKind.NameBefore:
                    JudgeBefore(mark);
                    break;
                case CueKind.Initial:
                    JudgeInitials(SkipLinks(mark.Last + 1));
                    break;
                case CueKind.NameAsked when _scratch.IsMark(mark.Last + 1, ':') || _scratch.IsMark(mark.Last + 1, '?'):
                    HideAfter(SkipLinks(mark.Last + 2), 0.85, "PERSON:label");
                    break;
                case CueKind.Value or CueKind.Guard or CueKind.Number or CueKind.NameAsked or CueKind.Spelling or CueKind.LastDigits
                    or CueKind.LikelyName or CueKind.OtherName or CueKind.Home or CueKind.Workplace or CueKind.Credentials:
                    break;
            }
        }
    }

    /// <summary>The caller's answer to a question for a name.</summary>
    public void JudgeAnswers()
    {
        if (_scratch.Document.Turns.Count < 2) return;
        var turns = _scratch.Document.Turns.Span;
        for (var turn = 1; turn < turns.Length; turn++)
        {
            if (turns[turn - 1].Role == SpeakerRole.Agent && turns[turn].FirstToken - turns[turn - 1].FirstToken is >= ShortestWho and <= LongestWho && turns[turn].Role != SpeakerRole.Agent && AsksWho(turn - 1)) JudgeAnswer(turn);
        }

        _questions.FindAnswers(cue => cue.Kind is CueKind.NameAsked or CueKind.Name or CueKind.OtherName, _judgeAnswer);
    }

    /// <summary>The short turn ends with "and you are?", "¿y usted es?".</summary>
    private bool AsksWho(int turn)
    {
        var last = _scratch.Document.Turns[turn + 1].FirstToken - 1;
        // The label of the next turn stands at the end of this one.
        if (last > _scratch.Document.Turns[turn].FirstToken && _scratch.Tokens[last].Has(TokenFlags.TurnStart)) last--;
        while (last > 0 && _scratch.Tokens[last].Kind == TokenKind.Mark) last--;
        return last >= 2 && _scratch.Is(last, WordRole.Copula) && _scratch.Is(last - 1, WordRole.Pronoun) && _scratch.Is(last - 2, WordRole.And);
    }

    private void JudgeAnswer(int turn)
    {
        var turns = _scratch.Document.Turns;
        var first = SkipLinks(turns[turn].FirstToken);
        var end = turn + 1 < turns.Count ? turns[turn + 1].FirstToken : _scratch.Tokens.Count;
        if (first >= end || first - turns[turn].FirstToken > AnswerWithin) return;
        if (_names.Read(first) >= 0) HideAfter(first, 0.85, "PERSON:asked", RedactionLayer.Expectation);
        else JudgeFartherIn(first, end);
    }

    /// <summary>"Same as mine, Lindqvist": a word written as a name, or a first name, that ends its phrase.</summary>
    private void JudgeFartherIn(int first, int end)
    {
        for (var at = first; at < end && at - first < FartherIn && _scratch.Tokens[at].Kind != TokenKind.Placeholder; at++)
        {
            if (!LooksLikeName(at) || _scratch.StartsTurn(at) || _scratch.Tokens[at].Has(TokenFlags.AllCapitals)) continue;
            if (_scratch.Is(at, WordRole.CueHead | WordRole.Weekday) || _names.Read(at) is not (>= 0 and var last) || !EndsPhrase(last)) continue;
            HideAfter(at, 0.8, "PERSON:asked", RedactionLayer.Expectation);
            return;
        }
    }

    /// <summary>"Mr. Fernandez", "Dr. Osei".</summary>
    public void ReadTitle(int token)
    {
        var isProvider = _scratch.Is(token, WordRole.ProviderTitle);
        var name = token + 1;
        if (_scratch.IsMark(name, '.') && _scratch.Document.IsGlued(name)) name++;
        if (_scratch.StartsLine(name) || !_scratch.IsWord(name) || (_scratch.Tokens[token].Length > 3 && !_scratch.Tokens[name].Has(TokenFlags.Capital) && _scratch.IsCased(token))) return;
        if (_scratch.Tokens[token].Length > 3 && !isProvider && !_scratch.Tokens[name].Has(TokenFlags.Capital)) return;
        var last = _names.Read(name);
        if (last < 0) return;
        if (isProvider) _scratch.Hide(token, last, EntityType.ProviderName, RedactionLayer.Cue, "PROVIDER_NAME:title", 0.9);
        else _scratch.Hide(name, last, EntityType.Person, RedactionLayer.Cue, "PERSON:title", 0.9);
    }

    /// <summary>"my daughter, Amelia Grant"</summary>
    public void ReadRelation(int token)
    {
        if (_scratch.Is(token + 1, WordRole.Of) && !_scratch.StartsLine(token + 2) && LooksLikeName(token + 2)) HideAfter(token + 2, 0.85, "PERSON:relation");
        if (token == 0 || _scratch.StartsTurn(token) || !(_scratch.Is(token - 1, WordRole.Possessor) || _scratch.Tokens[token - 1].Has(TokenFlags.Possessive))) return;
        var at = token + 1;
        if (_scratch.IsMark(at, ',')) at++;
        var isVerb = _scratch.Is(at, WordRole.Common) && _scratch.IsWord(at + 1) && !_scratch.StartsLine(at + 1) && !_scratch.Tokens[at + 1].Has(TokenFlags.Capital);
        if (!_scratch.StartsLine(at) && !isVerb && LooksLikeName(at)) HideAfter(at, 0.88, "PERSON:relation");
    }

    /// <summary>"Thanks, Joshua", "Hi David Johnson"</summary>
    public void ReadGreeting(int token)
    {
        var at = token + 1;
        if (_scratch.Is(at, WordRole.Pronoun)) at++;
        for (var marks = 0; marks < 3 && at < _scratch.Tokens.Count && _scratch.Tokens[at].Kind == TokenKind.Mark && _scratch.Tokens[at].Hash is ',' or '-' or '.' or '!'; marks++) at++;
        if (at >= _scratch.Tokens.Count || _scratch.Tokens[at].Has(TokenFlags.TurnStart) || !_scratch.Tokens[at].Has(TokenFlags.Capital)) return;
        if (_names.IsFirstName(at) || IsAddressed(token, at)) HideAfter(at, 0.8, "PERSON:greeting");
    }

    /// <summary>The agent thanks and greets nobody but the caller: "Thanks, Delroy."</summary>
    private bool IsAddressed(int greeting, int at)
    {
        if (_scratch.Document.Turns.Count < 2 || !_names.IsCapitalUnknown(at) || _scratch.Tokens[at].Has(TokenFlags.AllCapitals) || !_scratch.IsCased(at) || _scratch.StartsLine(at)) return false;
        if (_scratch.Document.Turns[_scratch.TurnOf(greeting)].Role != SpeakerRole.Agent) return false;
        return _scratch.StartsLine(at + 1) || (_scratch.Tokens[at + 1].Kind == TokenKind.Mark && _scratch.Tokens[at + 1].Hash is ',' or '.' or '!' or '?');
    }

    private bool LooksLikeName(int token) => _names.IsFirstName(token) || _names.IsCapitalUnknown(token);

    private void JudgeMaybe(CueMark mark)
    {
        var at = mark.Last + 1;
        if (_scratch.StartsLine(at) || !(_names.IsNameWord(at) || _names.IsApostrophized(at)) || (_scratch.Is(at, WordRole.CueHead) && !_names.IsFirstName(at) && !_names.IsApostrophized(at))) return;
        var last = _names.Read(at);
        if (last < 0) return;
        var isCertain = _names.IsApostrophized(at) || (_names.IsFirstName(at) && (!_scratch.Is(at, WordRole.Common) || last > at)) || (IsIntroduction(mark) && HasFirstName(at + 1, last));
        var isSpeaking = !_scratch.StartsLine(last + 1) && _scratch.Is(last + 1, WordRole.Speaking);
        var isFull = last > at && _scratch.Document.TextOf(mark.Last) is not "for" && _scratch.Tokens[at].Has(TokenFlags.Capital) && IsIntroduction(mark) && IsOpening(mark) && EndsPhrase(last);
        if (!isSpeaking && IsStreet(last)) return;
        if (isCertain || isSpeaking || isFull) HideAfter(at, isCertain ? 0.85 : 0.75, "PERSON:introduction");
    }

    /// <summary>"This is Corporal Dean Whitcombe"</summary>
    private bool HasFirstName(int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            if (_scratch.Tokens[i].Has(TokenFlags.Capital) && _names.IsFirstName(i)) return true;
        }

        return false;
    }

    /// <summary>"It's Jefferson Street"</summary>
    private bool IsStreet(int last) =>
        (_scratch.Is(last, WordRole.StreetType) && _scratch.Tokens[last].Length > 3) || (!_scratch.StartsLine(last + 1) && _scratch.IsWord(last + 1) && _scratch.Is(last + 1, WordRole.StreetType));

    /// <summary>"This is" and "I'm" introduce a person; "it's" and "that's" may introduce anything.</summary>
    private bool IsIntroduction(CueMark mark) => _scratch.Document.TextOf(mark.First) is not ("she's" or "he's" or "She's" or "He's" or "shes" or "hes") && IsFirstPerson(mark);

    private bool IsFirstPerson(CueMark mark) => _scratch.Document.TextOf(mark.First)[0] is not ('i' or 't') || mark.Last > mark.First || _scratch.Document.TextOf(mark.First) is "I'm" or "i'm" or "im" or "I’m";

    /// <summary>Among the first words of a turn, where people say who they are.</summary>
    private bool IsOpening(CueMark mark) => mark.First - _scratch.Document.Turns[mark.Turn].FirstToken <= 4;

    private bool EndsPhrase(int last) => _scratch.StartsLine(last + 1) || _scratch.Tokens[last + 1].Kind == TokenKind.Mark;

    private void JudgeBefore(CueMark mark)
    {
        var last = mark.First - 1;
        if (_scratch.IsMark(last, ',')) last--;
        if (last < 0 || _scratch.StartsLine(last + 1)) return;
        if (_scratch.Document.TextOf(last) is "is" or "'s") last--;
        var first = last;
        while (first > 0 && last - first < 2 && !_scratch.StartsLine(first) && _names.IsCapitalUnknown(first) && _names.IsCapitalUnknown(first - 1)) first--;
        var isSaidSo = _scratch.Document.TextOf(mark.First) is "is" && last > first && _scratch.Tokens[first].Has(TokenFlags.Capital) && _scratch.IsCased(first);
        if (!(isSaidSo || _names.IsFirstName(first)) || (_scratch.Is(first, WordRole.Common) && first == last)) return;
        if (!_names.IsFirstName(last) && !_names.IsCapitalUnknown(last)) return;
        _scratch.Hide(first, last, EntityType.Person, RedactionLayer.Cue, "PERSON:speaking", 0.85);
    }

    /// <summary>"first initial K", "initials J, M"</summary>
    private void JudgeInitials(int first)
    {
        var last = first - 1;
        for (var at = first; at < _scratch.Tokens.Count && at - first < 6 && (at == first || !_scratch.StartsLine(at)); at++)
        {
            if (_scratch.IsWord(at) && _scratch.Tokens[at].Length == 1) last = at;
            else if (!_scratch.IsMark(at, ',') && !_scratch.IsMark(at, '.')) break;
        }

        if (last >= first && !_scratch.StartsLine(first)) _scratch.Hide(first, last, EntityType.Person, RedactionLayer.Cue, "PERSON:initial", 0.83);
    }

    private void HideAfter(int at, double score, string reason, RedactionLayer layer = RedactionLayer.Cue)
    {
        if (at >= _scratch.Tokens.Count) return;
        if (_scratch.Is(at, WordRole.Title) && !_scratch.StartsLine(at + 1)) at = _scratch.IsMark(at + 1, '.') ? at + 2 : at + 1;
        var last = _names.Read(at);
        if (last < 0) return;
        _scratch.Hide(at, last, EntityType.Person, layer, reason, score);
        if (_scratch.Is(last + 1, WordRole.And) && !_scratch.StartsLine(last + 1) && !_scratch.StartsLine(last + 2) && _names.IsFirstName(last + 2) && _names.Read(last + 2) is >= 0 and var end)
            _scratch.Hide(last + 2, end, EntityType.Person, layer, reason, score);
    }

    /// <summary>Past "um", "yes", "it's", commas and colons, within the turn.</summary>
    private int SkipLinks(int token)
    {
        var at = token;
        for (var steps = 0; steps < AnswerWithin && at < _scratch.Tokens.Count && (at == token || !_scratch.Tokens[at].Has(TokenFlags.TurnStart)); steps++, at++)
        {
            ref var word = ref _scratch.Tokens[at];
            if (word.Kind == TokenKind.Mark && word.Hash is ',' or ':' or '-' or '?' or '.' or '\u2026' or '"' or '\'') continue;
            if (word.Kind == TokenKind.Word && (_scratch.Is(at, WordRole.Copula | WordRole.Greeting | WordRole.Filler) || _scratch.Document.TextOf(at) is "it" or "It" or "of") && !_names.IsFirstName(at)) continue;
            break;
        }

        return at;
    }
}
