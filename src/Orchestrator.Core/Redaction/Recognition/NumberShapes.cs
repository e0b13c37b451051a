using Orchestrator.Core.Redaction.Language;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Tries the numbering plans and identifier forms of the data files on a run of digits that no cue explains.</summary>
internal sealed class NumberShapes(Scratch scratch)
{
    private const int LeastDigits = 7;
    private const int LeastReadOut = 9;

    /// <summary>The best form that begins at the first item, and the item where it ends.</summary>
    public Recogniser? Find(int first, int last, out int bestLast)
    {
        Recogniser? best = null;
        bestLast = first;
        var groups = 0UL;
        if (scratch.Lexicon.Digits.At(scratch.Digits.Span[scratch.Items[first].DigitStart..]) is not { } beginning) return null;
        var lengths = beginning.Lengths >> LeastDigits << LeastDigits;
        for (var end = first; end <= last; end++)
        {
            var count = scratch.DigitCount(first, end);
            if (count > scratch.Lexicon.Digits.Longest || lengths >> count == 0 || (end > first && !HangsTogether(end))) break;
            groups = Grouping.Append(groups, scratch.Items[end].DigitCount);
            if ((lengths >> count & 1) == 0 || IsContinued(end, last)) continue;
            bool? isReadOut = scratch.Items[first].Spoken ? null : false;
            foreach (var form in beginning.Of(count))
            {
                if (scratch.Items[first].Spoken && (form.Type != EntityType.PhoneNumber || form.Shape.Length < LeastReadOut || !(isReadOut ??= IsReadOut(first, end)))) continue;
                if (!Stands(form, first, end, groups)) continue;
                if (best is null || form.Score >= best.Score || end > bestLast) (best, bestLast) = (form, end);
            }
        }

        return best;
    }

    /// <summary>At least half of the digits were said one by one.</summary>
    public bool IsReadOut(int first, int last)
    {
        var single = 0;
        for (var i = first; i <= last; i++)
        {
            if (!scratch.Items[i].Quantity || IsRound(i)) single += scratch.Items[i].DigitCount;
        }

        return single * 2 >= scratch.DigitCount(first, last);
    }

    /// <summary>More digits follow without a gap, so the number is longer than looked at.</summary>
    private bool IsContinued(int end, int last) => end < last && scratch.Items[end + 1].Before is Separator.None or Separator.Dash or Separator.Dot && end < last && !scratch.Items[end + 1].Spoken;

    private bool HangsTogether(int item)
    {
        var before = scratch.Items[item].Before;
        return scratch.Items[item].Spoken ? scratch.Items[item - 1].Spoken || before is not Separator.Comma : before is not (Separator.Comma or Separator.Pause or Separator.Correction);
    }

    private bool Stands(Recogniser form, int first, int last, ulong groups)
    {
        var isWritten = scratch.Items[first].Spoken || form.Alone switch
        {
            Standing.Always => IsPlainlyGrouped(first, last),
            Standing.Grouped => Array.IndexOf(form.Groups, groups) >= 0,
            Standing.Solid => first == last,
            Standing.Never => false,
        };
        var digits = scratch.DigitsOf(first, last);
        return isWritten && form.Shape.MatchesDigits(digits) && Checksums.Holds(form.Checksum, digits);
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
}
