using Orchestrator.Core.Redaction.Language;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Finds card numbers in a run of digits by prefix, length and check digit, however they are grouped.</summary>
internal sealed class CardFinder(Scratch scratch)
{
    private const int LongestCard = 19;

    /// <summary>
    /// The longest card number that begins here. By chance a part of a longer number may pass the check, so a part that is
    /// no longer than a card goes as a whole.
    /// </summary>
    public bool Find(int first, int last, out int cardLast)
    {
        cardLast = -1;
        if (scratch.Lexicon.Cards.At(scratch.Digits.Span[scratch.Items[first].DigitStart..]) is not { Lengths: var lengths }) return false;
        for (var end = first; end <= last; end++)
        {
            var count = scratch.DigitCount(first, end);
            if (count > LongestCard || lengths >> count == 0) break;
            if ((lengths >> count & 1) != 0 && IsCard(scratch.DigitsOf(first, end))) cardLast = end;
        }

        if (cardLast >= 0 && scratch.DigitCount(first, last) <= LongestCard) cardLast = last;
        return cardLast >= 0;
    }

    private bool IsCard(ReadOnlySpan<byte> digits)
    {
        foreach (var form in scratch.Lexicon.Cards.Of(digits))
        {
            if (form.Shape.MatchesDigits(digits) && Checksums.Holds(Checksum.Card, digits)) return true;
        }

        return false;
    }
}
