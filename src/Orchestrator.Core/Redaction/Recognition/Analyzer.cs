using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>
/// Reads a text once from left to right, noting numbers, dates and cues, then lets each family of rules judge what was
/// noted. Every step looks only a bounded way to either side, so the whole is linear.
/// </summary>
internal sealed class Analyzer
{
    private readonly Tokenizer _tokenizer;
    private readonly Questions _questions;
    private readonly CueFinder _cues;
    private readonly CueReader _cueReader;
    private readonly NumberReader _numbers;
    private readonly DateReader _dates;
    private readonly NumberRules _numberRules;
    private readonly MixedRules _mixed;
    private readonly DateRules _dateRules;
    private readonly AgeRules _ages;
    private readonly EmailRules _emails;
    private readonly WebRules _web;
    private readonly NameRules _names;
    private readonly SpellingRules _spelling;
    private readonly AddressRules _addresses;
    private readonly CodedAddresses _coded;
    private readonly SecretRules _secrets;
    private readonly KnownRules _known;
    private readonly TermRules _terms;

    public Analyzer()
    {
        _tokenizer = new Tokenizer(Scratch.Document, Scratch.Lexicon);
        _questions = new Questions(Scratch);
        _cues = new CueFinder(Scratch, _questions);
        _cueReader = new CueReader(Scratch);
        _numbers = new NumberReader(Scratch);
        _dates = new DateReader(Scratch);
        _numberRules = new NumberRules(Scratch, _cues);
        _mixed = new MixedRules(Scratch, _cues);
        _dateRules = new DateRules(Scratch, _cues, _questions);
        _ages = new AgeRules(Scratch);
        _emails = new EmailRules(Scratch, _cues, _questions);
        _web = new WebRules(Scratch);
        _names = new NameRules(Scratch, _questions);
        _spelling = new SpellingRules(Scratch, _cues, _questions);
        _addresses = new AddressRules(Scratch, _cues, _questions);
        _coded = new CodedAddresses(Scratch);
        _secrets = new SecretRules(Scratch);
        _known = new KnownRules(Scratch);
        _terms = new TermRules(Scratch);
    }

    public Scratch Scratch { get; } = new();

    public void Analyze(string text, ReadOnlySpan<Turn> turns, KnownIndex known, KnownIndex learned, RedactionPolicy policy)
    {
        Scratch.Clear();
        Scratch.Document.Text = text;
        _tokenizer.Read(turns);
        Scratch.Begin();
        _emails.Reset();
        _web.Reset();
        _mixed.Reset();
        _spelling.Reset();
        Note();
        JudgeCuedReaders();
        _dateRules.Judge(policy.HidesAnyDate, known, learned);
        _dateRules.JudgeAnswers();
        if (policy.Hides(EntityType.Age)) _ages.Judge();
        _numberRules.Judge();
        _mixed.Judge();
        _names.JudgeCues();
        _names.JudgeAnswers();
        _spelling.Judge();
        _addresses.JudgeCues();
        _addresses.JudgeAnswers();
        _coded.Judge();
        _secrets.Judge();
        if (policy.Hides(EntityType.Medical)) _terms.Judge(policy);
        _known.Judge(known, Reasons.Known);
        Learn(learned);
        if (learned.HasNames) _known.Judge(learned, Reasons.Given);
    }

    private void Note()
    {
        var tokens = Scratch.Tokens;
        var hits = Scratch.Document.Hits;
        var turn = 0;
        var from = 0;
        for (var h = 0; h < hits.Count; h++)
        {
            var token = hits[h];
            if (tokens[token].Kind == TokenKind.Number)
            {
                _dates.ReadNumeric(token);
                if (token >= from) from = NoteNumber(token);
                continue;
            }

            if (Scratch.Lexicon.IsOnlyHead(tokens[token].Lex) && !_cueReader.MayBegin(token)) continue;
            while (turn + 1 < Scratch.Document.Turns.Count && Scratch.Document.Turns[turn + 1].FirstToken <= token) turn++;
            var roles = Scratch.RolesOf(token);
            if ((roles & (WordRole.CueHead | WordRole.OwnerHead)) != 0) _cueReader.Read(token, turn);
            if ((roles & WordRole.Www) != 0) _web.ReadLink(token);
            if ((roles & WordRole.Month) != 0) _dates.ReadMonth(token);
            else if ((roles & WordRole.Ordinal) != 0) _dates.ReadOrdinals(token);
            if (token < from) continue;
            if ((roles & WordRole.NumberWord) != 0) from = NoteNumber(token);
            else if (tokens[token].Kind == TokenKind.Mark && tokens[token].Hash == ':') NoteColon(token);
        }
    }

    private int NoteNumber(int token)
    {
        if (Scratch.IsNumber(token))
        {
            if (_web.ReadIpV4(token)) return token + 7;
            _addresses.ReadZip(token);
            if (!_numbers.IsFree(token)) return _mixed.Note(token);
        }

        var next = _numbers.Read(token);
        if (next == token) return token + 1;
        _mixed.NoteRun(token, next - 1);
        return next;
    }

    private void NoteColon(int token)
    {
        if (Scratch.IsMark(token + 1, '/')) _web.ReadLink(token);
        else if (Scratch.Document.IsGlued(token) || Scratch.IsMark(token + 1, ':')) _web.ReadColons(token);
    }

    /// <summary>Rules that look around a word for cues, which by now are all noted.</summary>
    private void JudgeCuedReaders()
    {
        foreach (var token in Scratch.Document.Judged.Span)
        {
            var roles = Scratch.RolesOf(token);
            if (Scratch.Tokens[token].IsMark('@')) _emails.ReadPrinted(token);
            if ((roles & WordRole.Dot) != 0) _emails.ReadSpoken(token);
            if ((roles & WordRole.At) != 0) _emails.ReadHalfSpoken(token);
            if ((roles & (WordRole.Title | WordRole.ProviderTitle)) != 0) _names.ReadTitle(token);
            if ((roles & WordRole.Relation) != 0) _names.ReadRelation(token);
            if ((roles & WordRole.Letter) != 0) _spelling.Note(token);
            if ((roles & (WordRole.Closing | WordRole.Greeting)) != 0) _names.ReadGreeting(token);
        }
    }

    /// <summary>A name that a rule was sure of is hidden in the rest of the call as well.</summary>
    private void Learn(KnownIndex learned)
    {
        foreach (ref readonly var candidate in Scratch.Candidates.Span)
        {
            if (candidate.Type == EntityType.Person && candidate.Score >= 0.84f && candidate.Layer is RedactionLayer.Cue or RedactionLayer.Expectation && candidate.Reason != Reasons.Spelled)
                learned.Add(new KnownValue(Scratch.Document.Text[candidate.Start..candidate.End], EntityType.Person));
        }
    }
}
