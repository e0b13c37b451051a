using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Judges runs of digits: cards by their checksum, then what a cue says, then numbering plans and shapes.</summary>
internal sealed class NumberRules(Scratch scratch, CueFinder cues)
{
    /// <summary>Past the third number of a run no cue before the run is near enough, and what comes after it stays the same.</summary>
    private const int MostCueSearches = 3;

    private const int LeastDigits = 7;

    private readonly NumberGuards _guards = new(scratch);
    private readonly PhoneEdges _edges = new(scratch);
    private readonly Buffer<bool> _barred = new();

    public void Judge()
    {
        _guards.Reset();
        for (var i = 0; i < scratch.Runs.Count; i++)
        {
            var run = scratch.Runs[i];
            _barred.TruncateTo(0);
            for (var k = run.FirstItem; k <= run.LastItem; k++) _barred.Add(false);
            _guards.Mark(run, _barred.Span);
            JudgeFreeParts(run);
        }
    }

    private void JudgeFreeParts(NumberRun run)
    {
        for (var first = run.FirstItem; first <= run.LastItem; first++)
        {
            if (_barred[first - run.FirstItem]) continue;
            var last = first;
            while (last < run.LastItem && !_barred[last + 1 - run.FirstItem]) last++;
            JudgePart(first, last);
            first = last;
        }
    }

    private void JudgePart(int first, int last)
    {
        var plainFrom = first;
        for (var i = first; i <= last; i++)
        {
            if (!FindCard(i, last, out var cardLast)) continue;
            if (i > plainFrom) JudgePlain(plainFrom, i - 1);
            Hide(i, cardLast, EntityType.CreditCard, RedactionLayer.Checksum, "card:luhn", 0.97);
            i = cardLast;
            plainFrom = cardLast + 1;
        }

        if (plainFrom <= last) JudgePlain(plainFrom, last);
    }

    private bool FindCard(int first, int last, out int cardLast)
    {
        for (cardLast = first; cardLast <= last; cardLast++)
        {
            var count = scratch.DigitCount(first, cardLast);
            if (count > 19) return false;
            if (count < 13) continue;
            var digits = scratch.DigitsOf(first, cardLast);
            foreach (var form in scratch.Lexicon.Cards.Of(digits))
            {
                if (form.Shape.Matches(digits) && Checksums.Holds(Checksum.Card, digits)) return true;
            }
        }

        return false;
    }

    private void JudgePlain(int first, int last)
    {
        var cue = CueHit.None;
        var asked = 0;
        while (first <= last)
        {
            var count = scratch.DigitCount(first, last);
            if (count < 2) return;
            if (asked++ < MostCueSearches) cue = cues.Find(scratch.Items[first].First, scratch.Items[last].Last, count, letters: false);
            if (cue.Is(CueKind.Guard) && count < 9) return;
            var start = first;
            if ((IsInternational(first) && HideInternational(ref first, last)) || HideCued(ref first, last, cue) || HideUncued(ref first, last)) asked = 0;
            if (first == start) first++;
        }
    }

    private bool HideCued(ref int first, int last, CueHit cue)
    {
        var (least, most) = LengthOf(cue);
        if (most == 0) return false;
        var end = last;
        while (end > first && scratch.DigitCount(first, end) > most) end--;
        var count = scratch.DigitCount(first, end);
        if (cue.Layer == RedactionLayer.Expectation && least > 4) least = 3;
        if (count < least || count > most || !Suits(cue, first, end, count)) return false;
        var type = cue.Kind switch
        {
            CueKind.Number => EntityType.PhoneNumber,
            CueKind.LastDigits => EntityType.PhoneNumber,
            _ => cue.Type,
        };
        Hide(first, end, type, cue.Layer, Reasons.Of(type, cue.Layer), cue.Layer == RedactionLayer.Expectation ? 0.8 : 0.9 - (0.02 * cue.Cost));
        first = end + 1;
        return true;
    }

    private (int Least, int Most) LengthOf(CueHit cue) => cue.Cost == int.MaxValue ? (0, 0) : cue.Kind switch
    {
        CueKind.Number => (7, 15),
        CueKind.LastDigits => (2, 6),
        CueKind.Value => (scratch.Lexicon.LengthOf(cue.Type).Least, scratch.Lexicon.LengthOf(cue.Type).Most),
        _ => (0, 0),
    };

    /// <summary>A quantity is no code, and far from its cue only a number of telling length is taken.</summary>
    private bool Suits(CueHit cue, int first, int last, int count)
    {
        if (cue.Type is EntityType.Otp or EntityType.Pin or EntityType.Cvv && cue.Kind == CueKind.Value && IsOneQuantity(first, last)) return false;
        if (cue.Type == EntityType.DateOfBirth && cue.Kind == CueKind.Value) return last - first < 8 && (count >= 4 || cue.Layer == RedactionLayer.Expectation || last > first);
        if (cue.Cost > 1 && cue.Layer == RedactionLayer.Cue && cue.Kind != CueKind.Value) return false;
        return cue.Cost <= 1 || cue.Layer == RedactionLayer.Expectation || count >= 6;
    }

    private bool IsOneQuantity(int first, int last) => first == last && scratch.Items[first].Quantity;

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
        Recogniser? best = null;
        var bestLast = first;
        for (var end = first; end <= last; end++)
        {
            var count = scratch.DigitCount(first, end);
            if (count > scratch.Lexicon.Digits.Longest || (end > first && !HangsTogether(end))) break;
            if (count < LeastDigits || IsContinued(end, last)) continue;
            var forms = scratch.Lexicon.Digits.Of(scratch.DigitsOf(first, end));
            if (forms.IsEmpty) continue;
            var groups = GroupsOf(first, end);
            foreach (var form in forms)
            {
                if (!Stands(form, first, end, groups)) continue;
                if (best is null || form.Score >= best.Score || end > bestLast) (best, bestLast) = (form, end);
            }
        }

        if (best is null) return HideReadOut(ref first, last) || HideCode(ref first, last);
        Hide(first, bestLast, best.Type, best.Checksum == Checksum.None ? RedactionLayer.Shape : RedactionLayer.Checksum, best.Name, best.Score);
        first = bestLast + 1;
        return true;
    }

    /// <summary>More digits follow without a gap, so the number is longer than looked at.</summary>
    private bool IsContinued(int end, int last) => end < last && scratch.Items[end + 1].Before is Separator.None or Separator.Dash or Separator.Dot && end < last && !scratch.Items[end + 1].Spoken;

    private bool HangsTogether(int item)
    {
        var before = scratch.Items[item].Before;
        return scratch.Items[item].Spoken ? scratch.Items[item - 1].Spoken || before is not Separator.Comma : before is not (Separator.Comma or Separator.Pause);
    }

    private bool Stands(Recogniser form, int first, int last, ulong groups)
    {
        if (form.Alone == Standing.Never) return false;
        var isWritten = scratch.Items[first].Spoken ? form.Type == EntityType.PhoneNumber && form.Shape.Length >= 9 && IsReadOut(first, last) : form.Alone switch
        {
            Standing.Always => IsPlainlyGrouped(first, last),
            Standing.Grouped => Array.IndexOf(form.Groups, groups) >= 0,
            Standing.Solid => first == last,
            Standing.Never => false,
        };
        var digits = scratch.DigitsOf(first, last);
        return isWritten && form.Shape.Matches(digits) && Checksums.Holds(form.Checksum, digits);
    }

    /// <summary>At least half of the digits were said one by one.</summary>
    private bool IsReadOut(int first, int last)
    {
        var single = 0;
        for (var i = first; i <= last; i++)
        {
            if (!scratch.Items[i].Quantity || IsRound(i)) single += scratch.Items[i].DigitCount;
        }

        return single * 2 >= scratch.DigitCount(first, last);
    }

    /// <summary>"eight hundred" opens many numbers that are read out.</summary>
    private bool IsRound(int item) => scratch.Items[item].DigitCount >= 3 && scratch.DigitsOf(item, item).EndsWith("00"u8);

    private bool IsPlainlyGrouped(int first, int last)
    {
        if (last - first > 5) return false;
        for (var i = first; i <= last; i++)
        {
            if (scratch.Items[i].DigitCount < 2 && (i > first || scratch.Items[i].Before == Separator.Slash)) return false;
        }

        return true;
    }

    private ulong GroupsOf(int first, int last)
    {
        var groups = 0UL;
        for (var i = first; i <= last && groups != Grouping.Unusual; i++) groups = Grouping.Append(groups, scratch.Items[i].DigitCount);
        return groups;
    }

    /// <summary>Seven and more digits said one by one are somebody's number, whatever it is.</summary>
    private bool HideReadOut(ref int first, int last)
    {
        var end = first - 1;
        while (end < last && scratch.Items[end + 1].Spoken && scratch.DigitCount(first, end + 1) <= 20) end++;
        if (end < first || scratch.DigitCount(first, end) < 7 || scratch.DigitCount(first, end) > 19 || !IsReadOut(first, end) || end - first < 3) return false;
        Hide(first, end, EntityType.PhoneNumber, RedactionLayer.Shape, "digits:read-out", 0.6);
        first = end + 1;
        return true;
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

    private void Hide(int first, int last, EntityType type, RedactionLayer layer, string reason, double score)
    {
        int firstToken = scratch.Items[first].First, lastToken = scratch.Items[last].Last;
        if (type == EntityType.PhoneNumber) (firstToken, lastToken) = _edges.Widen(firstToken, lastToken);
        scratch.Hide(firstToken, lastToken, type, layer, reason, score);
    }
}
