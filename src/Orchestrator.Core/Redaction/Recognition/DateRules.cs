using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Tells birth dates and card expiries from all other dates.</summary>
internal sealed class DateRules(Scratch scratch, CueFinder cues, Questions questions)
{
    private const int LongestMisstart = 16;
    private const int LongestPiece = 14;
    private const int WholeDate = 6;
    private const int LongPast = 1960;
    private const int LeastParts = 2;
    private const int MostParts = 7;
    private const WordRole Part = WordRole.Ordinal | WordRole.Month | WordRole.NumberWord;

    /// <summary>What may stand among the parts of a date that is put right or given bit by bit.</summary>
    private const WordRole Between = WordRole.Article | WordRole.Of | WordRole.Filler | WordRole.Correction;

    public void Judge(bool allDates, KnownIndex known, KnownIndex learned)
    {
        JudgeCues(allDates, learned);
        JudgeParts();
        if (known.HasDates || learned.HasDates) JudgeKnown(known, learned);
    }

    /// <summary>A birth date that is read back: "so that's the third of May 1982".</summary>
    private void JudgeKnown(KnownIndex known, KnownIndex learned)
    {
        foreach (ref readonly var date in scratch.Dates.Span)
        {
            var isKnown = known.HasDate(date);
            if (isKnown || learned.HasDate(date)) scratch.Hide(WithLeadIn(date.First), date.Last, EntityType.DateOfBirth, RedactionLayer.Known, isKnown ? Reasons.Known(EntityType.DateOfBirth) : Reasons.Given(EntityType.DateOfBirth), 0.94);
        }
    }

    private void JudgeCues(bool allDates, KnownIndex learned)
    {
        for (var i = 0; i < scratch.Dates.Count; i++)
        {
            var date = scratch.Dates[i];
            var cue = cues.Find(date.First, date.Last, 6, letters: false);
            if ((IsBirth(cue) && (date.Year > 0 || cue.Cost <= 1 || cue.Layer == RedactionLayer.Expectation)) || IsContinued(date.First) || (cue.Is(CueKind.Number) && IsAskedForBirth(date.First)))
            {
                scratch.Hide(WithLeadIn(date.First), date.Last, EntityType.DateOfBirth, cue.Layer == RedactionLayer.Expectation ? RedactionLayer.Expectation : RedactionLayer.Cue, "DATE_OF_BIRTH:cue", 0.95);
                HideMisstart(WithLeadIn(date.First), cue.Layer);
                learned.AddDate(date);
            }
            else if (IsLongPast(date) && !cue.Is(CueKind.Guard))
            {
                scratch.Hide(WithLeadIn(date.First), date.Last, EntityType.DateOfBirth, RedactionLayer.Shape, "DATE_OF_BIRTH:long-past", 0.75);
                learned.AddDate(date);
            }
            else if (cue.IsValue && cue.Type == EntityType.CardExpiry)
            {
                scratch.Hide(date.First, date.Last, EntityType.CardExpiry, cue.Layer, "CARD_EXPIRY:cue", 0.95);
            }
            else if (allDates)
            {
                scratch.Hide(date.First, date.Last, EntityType.DateTime, RedactionLayer.Shape, "DATE_TIME:shape", 0.7);
            }
        }
    }

    /// <summary>"Date of birth the seventh, twelfth, ninety four", "born in eighty five": parts of a date right behind the cue, in whatever order.</summary>
    private void JudgeParts()
    {
        for (var i = 0; i < scratch.Cues.Count; i++)
        {
            if (!IsBirthCue(scratch.Cues[i].Cue)) continue;
            int first = -1, last = -1, parts = 0, at = scratch.Cues[i].Last + 1;
            for (; at < scratch.Tokens.Count && at - scratch.Cues[i].Last <= LongestPiece && !scratch.Tokens[at].Has(TokenFlags.NewLine); at++)
            {
                if (scratch.Tokens[at].Kind == TokenKind.Mark && scratch.Tokens[at].Hash is ',' or '-' or '/' or '\'' or '\u2026') continue;
                if (IsPart(at))
                {
                    if (first < 0) first = at;
                    last = at;
                    parts++;
                }
                else if (!scratch.Is(at, first < 0 ? Between | WordRole.Copula : WordRole.Article | WordRole.Of) && !IsInOn(at) && !IsAndNumber(at) && !(first < 0 ? scratch.Document.TextOf(at) is "is" : IsPartName(at)))
                {
                    break;
                }
            }

            if (parts is < LeastParts or > MostParts || (first >= 0 && IsDated(first)) || (scratch.Is(at, WordRole.UnitAfter | WordRole.ClockAfter) && at == last + 1)) continue;
            scratch.Hide(WithLeadIn(first), last, EntityType.DateOfBirth, RedactionLayer.Cue, "DATE_OF_BIRTH:parts", 0.86);
        }
    }

    /// <summary>A date that was read begins at the token or at one of the next.</summary>
    private bool IsDated(int token)
    {
        var next = CountBefore(token - 1, scratch.Dates.Count, at => scratch.Dates[at].First);
        return next < scratch.Dates.Count && scratch.Dates[next].First <= token + 2 && scratch.Dates[next].Year > 0;
    }

    /// <summary>"the tenth month, twelfth day"</summary>
    private bool IsPartName(int token) => scratch.Document.TextOf(token) is "month" or "day" or "year";

    /// <summary>Turns that hold nothing but parts of a date, after a question for the date of birth: "the third", "of May", "eighty two".</summary>
    public void JudgeAnswers()
    {
        var turns = scratch.Document.Turns;
        var until = 0;
        for (var i = 0; i < scratch.Cues.Count && turns.Count > 1; i++)
        {
            if (!IsBirthCue(scratch.Cues[i].Cue)) continue;
            var asking = scratch.Cues[i].Turn;
            for (var turn = Math.Max(until, asking + 1); turn < turns.Count && turn - asking <= Questions.QuestionsLast; turn++)
            {
                until = turn + 1;
                if (turns[turn].Role != SpeakerRole.Agent) JudgePiece(turn);
            }
        }
    }

    private static bool IsBirthCue(Cue cue) => cue is { Kind: CueKind.Value, Type: EntityType.DateOfBirth };

    private void JudgePiece(int turn)
    {
        var turns = scratch.Document.Turns;
        int at = turns[turn].FirstToken, first = -1, last = -1, telling = 0;
        for (; at < scratch.Tokens.Count && (at == turns[turn].FirstToken || !scratch.StartsTurn(at)); at++)
        {
            if (at - turns[turn].FirstToken > LongestPiece) return;
            if (scratch.Tokens[at].Kind == TokenKind.Mark) continue;
            if (IsPart(at))
            {
                if (first < 0) first = at;
                last = at;
                if (scratch.Is(at, WordRole.Ordinal | WordRole.Month) || !scratch.Is(at, WordRole.Ambiguous)) telling++;
            }
            else if (!scratch.Is(at, Between | WordRole.Copula) && !IsInOn(at) && !IsAndNumber(at))
            {
                return;
            }
        }

        if (telling > 0 && questions.IsExpected(turn, IsBirthCue) && !IsGivenBefore(turn)) scratch.Hide(first, last, EntityType.DateOfBirth, RedactionLayer.Expectation, Reasons.Of(EntityType.DateOfBirth, RedactionLayer.Expectation), 0.8);
    }

    /// <summary>A whole date has answered the question, so that what follows answers another.</summary>
    private bool IsGivenBefore(int turn)
    {
        int from = scratch.Document.Turns[Math.Max(0, turn - Questions.QuestionsLast)].FirstToken, until = scratch.Document.Turns[turn].FirstToken;
        for (var i = CountBefore(until, scratch.Dates.Count, at => scratch.Dates[at].First) - 1; i >= 0 && scratch.Dates[i].First >= from; i--)
        {
            if (scratch.Dates[i].Year > 0 && IsAskedForBirth(scratch.Dates[i].First)) return true;
        }

        for (var i = CountBefore(until, scratch.Runs.Count, FirstTokenOf) - 1; i >= 0 && FirstTokenOf(i) >= from; i--)
        {
            if (scratch.DigitCount(scratch.Runs[i].FirstItem, scratch.Runs[i].LastItem) >= WholeDate && IsAskedForBirth(FirstTokenOf(i))) return true;
        }

        return false;
    }

    private int FirstTokenOf(int run) => scratch.Items[scratch.Runs[run].FirstItem].First;

    /// <summary>How many of what is in the order of the text begin before the token.</summary>
    private static int CountBefore(int token, int count, Func<int, int> tokenOf)
    {
        int low = 0, high = count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokenOf(middle) < token) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private bool IsPart(int token) => scratch.IsNumber(token) || scratch.Is(token, Part);

    /// <summary>"noventa y seis"</summary>
    private bool IsAndNumber(int token) => scratch.Is(token, WordRole.And) && scratch.Is(token - 1, WordRole.Tens | WordRole.Hundred) && scratch.Is(token + 1, WordRole.NumberWord);

    private bool IsInOn(int token) => scratch.Document.TextOf(token) is "in" or "In" or "on" or "On";

    /// <summary>"The fourth, no sorry, the fifth of May": the part that was put right, or said before the date was whole.</summary>
    private void HideMisstart(int before, RedactionLayer layer)
    {
        var first = before;
        var isCorrected = false;
        var at = before - 1;
        for (; at >= 0 && before - at < LongestMisstart && !scratch.StartsTurn(at + 1); at--)
        {
            if (scratch.Tokens[at].Kind == TokenKind.Mark && scratch.Tokens[at].Hash is ',' or '.' or '-' or '\u2026') continue;
            isCorrected |= scratch.Is(at, WordRole.Correction);
            if (IsPart(at)) first = at;
            else if (!scratch.Is(at, Between)) break;
        }

        if (first == before || !(isCorrected || at < 0 || scratch.StartsTurn(at + 1) || scratch.Is(at, WordRole.Copula | WordRole.CueHead) || scratch.Document.TextOf(at) is "is")) return;
        var last = before - 1;
        while (!IsPart(last)) last--;
        scratch.Hide(WithLeadIn(first), last, EntityType.DateOfBirth, layer == RedactionLayer.Expectation ? layer : RedactionLayer.Cue, "DATE_OF_BIRTH:misstart", 0.9);
    }

    /// <summary>"Nineteen forty eight, on the second of April": only parts of a date stand between the cue and this one.</summary>
    private bool IsContinued(int before)
    {
        var at = before - 1;
        while (at >= 0 && before - at < LongestMisstart && !scratch.StartsTurn(at + 1) && (scratch.Tokens[at].Kind == TokenKind.Mark || IsPart(at) || scratch.Is(at, Between | WordRole.Copula) || IsInOn(at) || scratch.Document.TextOf(at) is "is")) at--;
        var cue = at < 0 ? -1 : scratch.CueBefore(at + 1);
        return cue >= 0 && scratch.Cues[cue].Last == at && IsBirthCue(scratch.Cues[cue].Cue);
    }

    /// <summary>"on the" belongs to the date that it leads into.</summary>
    private int WithLeadIn(int first)
    {
        if (first > 0 && !scratch.StartsLine(first) && scratch.Is(first - 1, WordRole.Article)) first--;
        if (first > 0 && !scratch.StartsLine(first) && scratch.Document.TextOf(first - 1) is "on") first--;
        return first;
    }

    /// <summary>A whole date of so long ago that hardly anything but a birth is told by it.</summary>
    private bool IsLongPast(DateMark date)
    {
        if (date.Year is <= 1850 or >= LongPast || date.Low == 0) return false;
        for (var i = date.First; i <= date.Last; i++)
        {
            if (scratch.IsNumber(i) ? scratch.Tokens[i].Length == 4 : i < date.Last && scratch.Is(i, WordRole.Teen | WordRole.Thousand) && scratch.Is(i + 1, WordRole.NumberWord | WordRole.Hundreds) && scratch.ValueOf(i) is 18 or 19 or 1000) return true;
        }

        return false;
    }

    private static bool IsBirth(CueHit cue) => cue.IsValue && cue.Type == EntityType.DateOfBirth;

    private bool IsAskedForBirth(int token) =>
        questions.IsExpected(cues.TurnOf(token), cue => cue.Kind == CueKind.Value && cue.Type == EntityType.DateOfBirth);
}
