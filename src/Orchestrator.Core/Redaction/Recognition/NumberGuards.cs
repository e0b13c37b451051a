using System.Globalization;
using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Tells numbers that are no identifiers: money, doses, clock times, shares, counted things, parts of dates.</summary>
internal sealed class NumberGuards(Scratch scratch)
{
    private int _date;

    public void Reset() => _date = 0;

    /// <summary>Flags the run's items; runs come in the order of the text.</summary>
    public void Mark(NumberRun run)
    {
        for (var i = run.FirstItem; i <= run.LastItem; i++)
        {
            ref var item = ref scratch.Items[i];
            item.InDate = InDate(item.First, item.Last);
            if (!item.InDate && !MayGuard(item.First - 1) && !MayGuard(item.Last + 1)) continue;
            if (item.InDate || IsClock(item) || (IsCounted(item) && !EndsDashedNumber(run, i)) || IsSum(item))
            {
                item.Barred = true;
            }
            else if (IsMoney(item))
            {
                BarChain(run, i);
            }
        }
    }

    /// <summary>Beside most numbers stands nothing that could tell them from an identifier.</summary>
    private bool MayGuard(int token)
    {
        if (token < 0 || token >= scratch.Tokens.Count) return false;
        ref var beside = ref scratch.Tokens[token];
        return beside.Kind switch
        {
            TokenKind.Word => scratch.Is(token, WordRole.ClockAfter | WordRole.UnitAfter | WordRole.CountedBefore),
            TokenKind.Mark => beside.Hash is not ('-' or '.' or ',' or '(' or ')' or '/'),
            TokenKind.Number or TokenKind.Placeholder => false,
        };
    }

    private bool InDate(int first, int last)
    {
        while (_date < scratch.Dates.Count && scratch.Dates[_date].Last < first) _date++;
        return _date < scratch.Dates.Count && scratch.Dates[_date].First <= last;
    }

    /// <summary>10:30, "half past two", "three o'clock", "2 pm".</summary>
    private bool IsClock(in NumberItem item)
    {
        if (item.DigitCount > 4) return false;
        if (scratch.IsMark(item.Last + 1, ':') && scratch.IsNumber(item.Last + 2) && scratch.Document.IsGlued(item.Last + 2)) return true;
        if (scratch.IsMark(item.First - 1, ':') && scratch.IsNumber(item.First - 2) && scratch.Document.IsGlued(item.First)) return true;
        if (item.DigitCount == 4 && item.Before != Separator.None && item.Before != Separator.Space) return false;
        return scratch.Is(item.Last + 1, WordRole.ClockAfter) && !scratch.Tokens[item.Last + 1].Has(TokenFlags.NewLine);
    }

    /// <summary>"500 mg", "ten days", "forty over ninety", "room 204".</summary>
    private bool IsCounted(in NumberItem item)
    {
        if (item.DigitCount > 4) return false;
        if (scratch.Is(item.Last + 1, WordRole.UnitAfter) && !scratch.Tokens[item.Last + 1].Has(TokenFlags.NewLine)) return true;
        return item.DigitCount <= 4 && scratch.Is(item.First - 1, WordRole.CountedBefore) && item.Before == Separator.None;
    }

    /// <summary>The last group of "555-010-4477", whatever word comes after it.</summary>
    private bool EndsDashedNumber(NumberRun run, int item) =>
        item - run.FirstItem >= 2 && IsDashed(item) && IsDashed(item - 1) && scratch.Items[item].DigitCount == 4 && scratch.Items[item - 1].DigitCount == 3;

    private bool IsDashed(int item) => scratch.Items[item].Before is Separator.Dash or Separator.Dot && IsTight(item);

    /// <summary>650+253+1234</summary>
    private bool IsSum(in NumberItem item) =>
        (scratch.IsMark(item.First - 1, '+') && scratch.IsNumber(item.First - 2) && scratch.Document.IsGlued(item.First - 1))
        || (scratch.IsMark(item.Last + 1, '+') && scratch.IsNumber(item.Last + 2) && scratch.Document.IsGlued(item.Last + 1) && scratch.Document.IsGlued(item.Last + 2));

    private bool IsMoney(in NumberItem item) =>
        (item.First > 0 && IsCurrency(item.First - 1)) || (IsCurrencyOrShare(item.Last + 1) && scratch.Document.IsGlued(item.Last + 1));

    private bool IsCurrency(int token) =>
        scratch.Tokens[token].Kind == TokenKind.Mark && scratch.Tokens[token].Hash < 0xFFFF
        && char.GetUnicodeCategory((char)scratch.Tokens[token].Hash) == UnicodeCategory.CurrencySymbol;

    private bool IsCurrencyOrShare(int token) => token < scratch.Tokens.Count && (scratch.IsMark(token, '%') || IsCurrency(token));

    /// <summary>A sum of money reaches as far as its digits hang together without a space.</summary>
    private void BarChain(NumberRun run, int item)
    {
        scratch.Items[item].Barred = true;
        for (var i = item + 1; i <= run.LastItem && IsTight(i); i++) scratch.Items[i].Barred = true;
        for (var i = item; i > run.FirstItem && IsTight(i); i--) scratch.Items[i - 1].Barred = true;
    }

    private bool IsTight(int item) => scratch.Items[item].Before is not Separator.Pause && scratch.Document.IsGlued(scratch.Items[item].First) && !scratch.Items[item].Spoken;
}
