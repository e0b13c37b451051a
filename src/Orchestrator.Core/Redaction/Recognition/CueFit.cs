using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Whether the digits behind a cue can be what it announces, and how far they reach.</summary>
internal sealed class CueFit(Scratch scratch)
{
    /// <summary>So many digits too many are a slip of the tongue, not another number.</summary>
    public const int Slip = 3;

    private const int LongestListed = 3;

    /// <summary>"The last four of my social", "the card ends in": what the digits are the last of.</summary>
    public EntityType TypeOfLastDigits(int token)
    {
        var turn = scratch.TurnOf(token);
        var cue = scratch.CueBefore(token);
        for (var tries = 0; cue >= 0 && tries < 6 && turn - scratch.Cues[cue].Turn <= Questions.QuestionsLast; cue--, tries++)
        {
            var mark = scratch.Cues[cue];
            if (mark.Cue.Kind == CueKind.Value && mark.Cue.Type is EntityType.UsSsn or EntityType.CreditCard or EntityType.BankAccount or EntityType.PhoneNumber or EntityType.CaSin) return mark.Cue.Type;
            if (mark.Cue.Kind == CueKind.LastDigits && scratch.Document.TextOf(mark.First).Equals("card", StringComparison.OrdinalIgnoreCase)) return EntityType.CreditCard;
        }

        return EntityType.PhoneNumber;
    }

    /// <summary>
    /// A run that is too long for the cue ends at a comma or pause; one that is too long by little is a slip and goes whole.
    /// </summary>
    public int EndOf(int first, int last, int most)
    {
        if (scratch.DigitCount(first, last) <= most) return last;
        int atPause = -1, atSpace = -1;
        for (var end = first; end < last && scratch.DigitCount(first, end) <= most; end++)
        {
            if (scratch.Items[end + 1].Before is Separator.Comma or Separator.Pause or Separator.Correction) atPause = end;
            else if (scratch.Items[end + 1].Before == Separator.Space) atSpace = end;
        }

        if (scratch.DigitCount(first, last) <= most + Slip && atPause < 0) return last;
        return atPause >= 0 ? atPause : atSpace >= 0 ? atSpace : last;
    }

    public (int Least, int Most) LengthOf(CueHit cue) => cue.Cost == int.MaxValue ? (0, 0) : cue.Kind switch
    {
        CueKind.Number => (7, 15),
        CueKind.LastDigits => (2, 6),
        CueKind.Value => (scratch.Lexicon.LengthOf(cue.Type).Least, scratch.Lexicon.LengthOf(cue.Type).Most),
        _ => (0, 0),
    };

    /// <summary>A quantity is no code, and far from its cue only a number of telling length is taken.</summary>
    public bool Suits(CueHit cue, int first, int last, int count)
    {
        if (cue.Type is EntityType.Otp or EntityType.Pin or EntityType.Cvv && cue.Kind == CueKind.Value && IsOneQuantity(first, last)) return false;
        if (cue.Type == EntityType.Otp && cue.Kind == CueKind.Value && cue.Layer == RedactionLayer.Cue && count == 3 && !(cue.Cost == 0 && last - first == 2 && scratch.Items[first].Spoken)) return false;
        if (cue.Type == EntityType.DateOfBirth && cue.Kind == CueKind.Value) return last - first < 8 && (count >= 4 || cue.Layer == RedactionLayer.Expectation || last > first);
        if (cue.Layer == RedactionLayer.Cue && (cue.Kind == CueKind.LastDigits || cue.Type == EntityType.Otp) && count <= 4 && IsClockPlace(scratch.Items[first].First - 1)) return false;
        if (cue.Cost > 1 && cue.Layer == RedactionLayer.Cue && cue.Kind != CueKind.Value) return false;
        if (cue.Kind == CueKind.LastDigits && count < 3 && cue.Cost > 0 && cue.Layer == RedactionLayer.Cue) return false;
        if (cue.Kind == CueKind.LastDigits && count == 4 && first == last && IsYear(first)) return false;
        return cue.Cost <= 1 || cue.Layer == RedactionLayer.Expectation || count >= 6;
    }

    /// <summary>"One eighty one, one ninety four, then two oh two": numbers up to three digits, each by itself.</summary>
    public bool IsListed(int first, int last)
    {
        var from = first;
        var hasQuantity = false;
        for (var i = first; i <= last; i++)
        {
            if (i > first && scratch.Items[i].Before is Separator.Comma or Separator.Pause) from = i;
            hasQuantity |= scratch.Items[i].Quantity;
            if (scratch.DigitCount(from, i) > LongestListed) return false;
        }

        return hasQuantity;
    }

    /// <summary>"At four thirty" is a time, whatever came before.</summary>
    private bool IsClockPlace(int token) => scratch.Is(token, WordRole.At | WordRole.ClockBefore) && scratch.IsWord(token);

    private bool IsYear(int item) => scratch.DigitsOf(item, item) is [(byte)'1', (byte)'9', ..] or [(byte)'2', (byte)'0', (byte)'0' or (byte)'1' or (byte)'2' or (byte)'3', _];

    private bool IsOneQuantity(int first, int last) => first == last && scratch.Items[first].Quantity;
}
