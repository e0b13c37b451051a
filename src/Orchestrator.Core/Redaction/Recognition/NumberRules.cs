using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Judges runs of digits: cards by their checksum, then what a cue says, then numbering plans and shapes.</summary>
internal sealed class NumberRules(Scratch scratch, CueFinder cues)
{
    /// <summary>Past the third number of a run no cue before the run is near enough, and what comes after it stays the same.</summary>
    private const int MostCueSearches = 3;

    private const int LeastGuarded = 9;
    private const int CodeLength = 6;
    private const int LongestTail = 8;
    private const int LeastTail = 3;
    private const int LongestCorrection = 11;

    private readonly CardFinder _cards = new(scratch);
    private readonly NumberShapes _shapes = new(scratch);
    private readonly NumberGuards _guards = new(scratch);
    private readonly CueFit _fit = new(scratch);
    private readonly PhoneEdges _edges = new(scratch);
    private readonly AnswerPieces _pieces = new(scratch);

    public void Judge()
    {
        _guards.Reset();
        for (var i = 0; i < scratch.Runs.Count; i++)
        {
            var run = scratch.Runs[i];
            if (scratch.DigitCount(run.FirstItem, run.LastItem) < 2 && !_pieces.IsPiece(scratch.Items[run.FirstItem].First)) continue;
            _guards.Mark(run);
            JudgeFreeParts(run);
        }
    }

    private void JudgeFreeParts(NumberRun run)
    {
        for (var first = run.FirstItem; first <= run.LastItem; first++)
        {
            if (scratch.Items[first].Barred) continue;
            var last = first;
            while (last < run.LastItem && !scratch.Items[last + 1].Barred) last++;
            JudgePart(first, last);
            first = last;
        }
    }

    private void JudgePart(int first, int last)
    {
        var plainFrom = first;
        for (var i = first; i <= last; i++)
        {
            if (!_cards.Find(i, last, out var cardLast)) continue;
            if (i > plainFrom) JudgePlain(plainFrom, i - 1);
            Hide(i, cardLast, EntityType.CreditCard, RedactionLayer.Checksum, "card:luhn", 0.97);
            i = cardLast;
            plainFrom = cardLast + 1;
        }

        if (plainFrom <= last) JudgePlain(plainFrom, last);
    }

    private void JudgePlain(int first, int last)
    {
        var cue = CueHit.None;
        var asked = 0;
        var free = first;
        while (first <= last)
        {
            var count = scratch.DigitCount(first, last);
            if (count < 2 && !_pieces.IsPiece(scratch.Items[first].First)) return;
            if (asked++ < MostCueSearches) cue = FindCue(first, last, count);
            if (cue.Is(CueKind.Guard) && (count < LeastGuarded || _fit.IsListed(first, last))) return;
            var start = first;
            var found = scratch.Candidates.Count;
            if ((IsInternational(first) && HideInternational(ref first, last)) || HideCued(ref first, last, cue) || HideUncued(ref first, last)) asked = 0;
            if (first == start) first++;
            else if (found < scratch.Candidates.Count)
            {
                HideMisstart(free, start, found);
                HideCorrection(ref first, last, found);
                HideTail(ref first, last, found);
                free = first;
            }
        }
    }

    /// <summary>What the run is, or what the number is that it ends with when the caller began anew.</summary>
    private CueHit FindCue(int first, int last, int count)
    {
        var cue = cues.Find(scratch.Items[first].First, scratch.Items[last].Last, count, letters: false);
        return cue.Cost == int.MaxValue && SaidAgain(first, last) is var again && again > first
            ? cues.Find(scratch.Items[first].First, scratch.Items[last].Last, scratch.DigitCount(again, last), letters: false)
            : cue;
    }

    /// <summary>The item after the last "no wait", the first when there is none.</summary>
    private int SaidAgain(int first, int last)
    {
        for (var i = last; i > first && last - i < LongestCorrection; i--)
        {
            if (scratch.Items[i].Before == Separator.Correction) return i;
        }

        return first;
    }

    private bool HideCued(ref int first, int last, CueHit cue)
    {
        var (least, most) = _fit.LengthOf(cue);
        if (most == 0) return false;
        if (cue.Kind == CueKind.LastDigits && scratch.DigitCount(first, last) is >= 7 and <= 15) most = 15;
        var end = _fit.EndOf(first, last, most);
        var again = SaidAgain(first, last);
        var anew = scratch.DigitCount(again, last);
        if (again > first && scratch.DigitCount(first, last) > most && anew >= least && anew <= most && _fit.Suits(cue, again, last, anew)) end = last;
        else again = first;
        var count = scratch.DigitCount(again, end);
        if (cue.Layer == RedactionLayer.Expectation) least = Math.Min(least, cue.IsPiece ? 1 : least > 4 ? 3 : least);
        if (count < least || count > most + CueFit.Slip || !_fit.Suits(cue, again, end, count)) return false;
        var type = cue.Kind switch
        {
            CueKind.Number => EntityType.PhoneNumber,
            CueKind.LastDigits => _fit.TypeOfLastDigits(scratch.Items[first].First),
            _ => cue.Type,
        };
        Hide(first, end, type, cue.Layer, Reasons.Of(type, cue.Layer), cue.Layer == RedactionLayer.Expectation ? 0.8 : 0.9 - (0.02 * cue.Cost));
        first = end + 1;
        return true;
    }

    private bool IsInternational(int first) => _edges.PlusBefore(scratch.Items[first].First) < scratch.Items[first].First;

    private bool HideInternational(ref int first, int last)
    {
        var end = first;
        while (end < last && scratch.DigitCount(first, end + 1) <= 15 && scratch.Items[end + 1].Before is not Separator.Comma || end < last && scratch.Items[end + 1].Spoken && scratch.DigitCount(first, end + 1) <= 15) end++;
        if (scratch.DigitCount(first, end) < 7) return false;
        Hide(first, end, EntityType.PhoneNumber, RedactionLayer.Shape, "PHONE_NUMBER:international", 0.85);
        first = end + 1;
        return true;
    }

    private bool HideUncued(ref int first, int last)
    {
        var best = _shapes.Find(first, last, out var bestLast);
        if (SaidAgain(first, last) is var again && again > first && (best is null || bestLast >= again) && HideSaidAgain(ref first, last)) return true;
        if (best is null) return HideReadOut(ref first, last) || HideCode(ref first, last) || HideReadOutCode(ref first, last);
        Hide(first, bestLast, best.Type, best.Checksum == Checksum.None ? RedactionLayer.Shape : RedactionLayer.Checksum, best.Name, best.Score);
        first = bestLast + 1;
        return true;
    }

    /// <summary>"Three one three, triple five, oh one, hang on, oh one nine six": too many digits for one plan, and all of them somebody's.</summary>
    private bool HideSaidAgain(ref int first, int last)
    {
        if (scratch.DigitCount(first, last) is < 7 or > 15 || last - first < 3 || !_shapes.IsReadOut(first, last)) return false;
        for (var i = first; i <= last; i++)
        {
            if (!scratch.Items[i].Spoken) return false;
        }

        Hide(first, last, EntityType.PhoneNumber, RedactionLayer.Shape, "digits:read-out", 0.6);
        first = last + 1;
        return true;
    }

    /// <summary>Seven and more digits said one by one are somebody's number, whatever it is.</summary>
    private bool HideReadOut(ref int first, int last)
    {
        var end = first - 1;
        while (end < last && scratch.Items[end + 1].Spoken && scratch.DigitCount(first, end + 1) <= 20) end++;
        if (end < first || scratch.DigitCount(first, end) < 7 || scratch.DigitCount(first, end) > 19 || !_shapes.IsReadOut(first, end) || end - first < 3) return false;
        Hide(first, end, EntityType.PhoneNumber, RedactionLayer.Shape, "digits:read-out", 0.6);
        first = end + 1;
        return true;
    }

    /// <summary>"Eleven, no wait, twelve oh six ...": what was put right at once.</summary>
    private void HideMisstart(int free, int start, int corrected)
    {
        if (start <= free || scratch.Items[start].Before != Separator.Correction) return;
        var begin = start - 1;
        while (begin > free && scratch.DigitCount(begin - 1, start - 1) <= LongestCorrection) begin--;
        var value = scratch.Candidates[corrected];
        Hide(begin, start - 1, value.Type, value.Layer, value.Reason, value.Score);
    }

    /// <summary>"... oh one two three, sorry, oh one two four": what puts a value right is part of it.</summary>
    private void HideCorrection(ref int first, int last, int corrected)
    {
        if (first > last || scratch.Items[first].Before != Separator.Correction) return;
        var end = first;
        while (end < last && scratch.DigitCount(first, end + 1) <= LongestCorrection) end++;
        var value = scratch.Candidates[corrected];
        Hide(first, end, value.Type, value.Layer, value.Reason, value.Score);
        first = end + 1;
    }

    /// <summary>"It's 839204": six digits in one piece after a bare "it's" answer a question for a code.</summary>
    private bool HideCode(ref int first, int last)
    {
        if (first != last || scratch.Items[first].Spoken || scratch.Items[first].DigitCount != 6) return false;
        var before = scratch.Items[first].First - 1;
        if (!scratch.Is(before, WordRole.Copula) || scratch.StartsTurn(before + 1) || !scratch.IsWord(before)) return false;
        if (scratch.IsWord(before - 1) && !scratch.Is(before - 1, WordRole.Link | WordRole.Pronoun)) return false;
        Hide(first, last, EntityType.Otp, RedactionLayer.Shape, "OTP:six-digits", 0.6);
        first = last + 1;
        return true;
    }

    /// <summary>"Three three eight, one oh seven": six digits said one by one, and not counted up.</summary>
    private bool HideReadOutCode(ref int first, int last)
    {
        if (scratch.DigitCount(first, last) != CodeLength) return false;
        var isCounting = true;
        for (var i = first; i <= last; i++)
        {
            if (!scratch.Items[i].Spoken || scratch.Items[i].Quantity || scratch.Items[i].DigitCount > 3) return false;
            isCounting &= i == first || scratch.DigitsOf(i, i)[0] - scratch.DigitsOf(i - 1, i - 1)[0] is 1 or -1;
        }

        if (isCounting) return false;
        Hide(first, last, EntityType.Otp, RedactionLayer.Shape, "OTP:read-out", 0.55);
        first = last + 1;
        return true;
    }

    /// <summary>Digits that are read on behind a value are of it, or of what the caller began anew.</summary>
    private void HideTail(ref int first, int last, int found)
    {
        if (first > last || !scratch.Items[first - 1].Spoken) return;
        var count = scratch.DigitCount(first, last);
        var isClose = scratch.Items[first].Before == Separator.Space;
        if (count > LongestTail || count < (isClose ? 1 : LeastTail) || scratch.Items[first].Before == Separator.Correction) return;
        for (var i = first; i <= last; i++)
        {
            if (!scratch.Items[i].Spoken || scratch.Items[i].Quantity) return;
        }

        var value = scratch.Candidates[found];
        Hide(first, last, value.Type, value.Layer, value.Reason, value.Score);
        first = last + 1;
    }

    private void Hide(int first, int last, EntityType type, RedactionLayer layer, string reason, double score)
    {
        int firstToken = scratch.Items[first].First, lastToken = scratch.Items[last].Last;
        if (type == EntityType.PhoneNumber) (firstToken, lastToken) = _edges.Widen(firstToken, lastToken);
        scratch.Hide(firstToken, lastToken, type, layer, reason, score);
    }
}
