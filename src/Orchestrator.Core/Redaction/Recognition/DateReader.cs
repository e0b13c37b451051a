using System.Globalization;
using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Reads dates with a month's name and numeric dates, printed and spoken. Judges nothing.</summary>
internal sealed class DateReader(Scratch scratch)
{
    private readonly SpokenNumber _spoken = new(scratch);

    /// <summary>A date around the month's name at the token.</summary>
    public void ReadMonth(int month)
    {
        if (scratch.Dates.Count > 0 && scratch.Dates[scratch.Dates.Count - 1].Last >= month) return;
        var first = DayBefore(month);
        var last = month;
        var hasDay = first < month;
        if (!hasDay && DayAfter(month, out var dayLast))
        {
            last = dayLast;
            hasDay = true;
        }

        var year = Year(last, out var yearLast);
        if (year > 0) last = yearLast;
        if (!hasDay && scratch.Is(month, WordRole.Ambiguous) && (year < 1000 || !scratch.Tokens[month].Has(TokenFlags.Capital))) return;
        var (number, day) = (scratch.ValueOf(month), hasDay ? DayValue(first < month ? first : month + 1, first < month ? month : last + 1) : 0);
        scratch.Dates.Add(new DateMark(first, last, year, Math.Min(number, day), Math.Max(number, day)));
    }

    /// <summary>"the twelfth of the sixth, eighty nine", from its first ordinal.</summary>
    public void ReadOrdinals(int day)
    {
        if (!scratch.Is(day + 1, WordRole.Of) || !scratch.Is(day + 2, WordRole.Article) || !scratch.Is(day + 3, WordRole.Ordinal) || scratch.ValueOf(day + 3) > 12) return;
        for (var i = day + 1; i <= day + 3; i++)
        {
            if (scratch.Tokens[i].Has(TokenFlags.NewLine)) return;
        }

        var first = scratch.Is(day - 1, WordRole.Tens) && !scratch.StartsLine(day) ? day - 1 : day;
        var (number, month) = (DayValue(first, day + 1), scratch.ValueOf(day + 3));
        var year = Year(day + 3, out var last);
        if (year == 0) return;
        scratch.Dates.Add(new DateMark(first, last, year, Math.Min(number, month), Math.Max(number, month)));
    }

    /// <summary>A date of three printed numbers that starts at the token.</summary>
    public void ReadNumeric(int token)
    {
        if (token + 4 >= scratch.Tokens.Count) return;
        ref var mark = ref scratch.Tokens[token + 1];
        if (mark.Kind != TokenKind.Mark || mark.Hash is not ('-' or '/' or '.') || mark.Has(TokenFlags.Gap) || !scratch.IsMark(token + 3, (char)mark.Hash)) return;
        for (var i = token + 1; i <= token + 4; i++)
        {
            if (!scratch.Document.IsGlued(i)) return;
        }

        if (!scratch.IsNumber(token + 2) || !scratch.IsNumber(token + 4) || scratch.IsMark(token + 5, (char)mark.Hash)) return;
        if (token > 0 && scratch.Document.IsGlued(token) && scratch.Tokens[token - 1].Kind == TokenKind.Mark && scratch.Tokens[token - 1].Hash == mark.Hash) return;
        int a = Value(token), b = Value(token + 2), c = Value(token + 4);
        var isYearFirst = IsYearMonthDay(token, a, b, c);
        if (!isYearFirst && !IsDayMonthYear(token, a, b)) return;
        var year = isYearFirst ? a : c;
        var (day, month) = isYearFirst ? (c, b) : (a, b);
        scratch.Dates.Add(new DateMark(token, token + 4, year is > 0 and < 100 ? 1900 + year : year, Math.Min(day, month), Math.Max(day, month)));
    }

    private bool IsYearMonthDay(int token, int a, int b, int c) =>
        scratch.Tokens[token].Length == 4 && a is > 1800 and < 2200 && b is > 0 and <= 12 && c is > 0 and <= 31 && scratch.Tokens[token + 4].Length <= 2;

    private bool IsDayMonthYear(int token, int a, int b) =>
        scratch.Tokens[token].Length <= 2 && scratch.Tokens[token + 2].Length <= 2 && scratch.Tokens[token + 4].Length is 2 or 4
        && a is > 0 and <= 31 && b is > 0 and <= 31 && (a <= 12 || b <= 12);

    private int Value(int token)
    {
        var value = 0;
        foreach (var c in scratch.Document.TextOf(token))
        {
            if (CharFold.Digit(c) is var digit and >= 0) value = Math.Min((value * 10) + digit, 1_000_000);
        }

        return value;
    }

    private int DayValue(int from, int to)
    {
        var day = 0;
        for (var i = from; i < to; i++)
        {
            if (scratch.IsNumber(i)) day += Value(i);
            else if (scratch.Is(i, WordRole.Tens | WordRole.Teen | WordRole.Digit) || (scratch.Is(i, WordRole.Ordinal) && scratch.Tokens[i].Length > 2)) day += scratch.ValueOf(i);
        }

        return day;
    }

    /// <summary>First token of "the twenty first of", "4", "22-" before the month; the month itself when none stands there.</summary>
    private int DayBefore(int month)
    {
        var at = month - 1;
        if (scratch.StartsTurn(month)) return month;
        if (scratch.Is(at, WordRole.Filler) && !scratch.StartsTurn(at)) at = BeforePause(at);
        if (scratch.Is(at, WordRole.Of) || IsGluedMark(at)) at--;
        if (at > 0 && scratch.IsMark(at, ',') && scratch.Is(at + 1, WordRole.Of) && scratch.Is(at - 1, WordRole.Ordinal) && !scratch.StartsTurn(at)) at--;
        if (at < 0 || scratch.StartsTurn(at + 1) || (scratch.Dates.Count > 0 && scratch.Dates[scratch.Dates.Count - 1].Last >= at)) return month;
        if (scratch.IsNumber(at)) return Value(at) is > 0 and <= 31 && scratch.Tokens[at].Length <= 2 ? at : month;
        if (scratch.Is(at, WordRole.Ordinal))
        {
            if (scratch.IsNumber(at - 1) && scratch.Document.IsGlued(at)) return at - 1;
            if (scratch.Tokens[at].Length <= 2) return month;
            return scratch.Is(at - 1, WordRole.Tens) ? at - 1 : scratch.IsMark(at - 1, '-') && scratch.Is(at - 2, WordRole.Tens) ? at - 2 : at;
        }

        if (scratch.Is(at, WordRole.Digit) && scratch.Is(at - 1, WordRole.Tens)) return at - 1;
        return scratch.Is(at, WordRole.Digit | WordRole.Teen | WordRole.Tens) && !scratch.Is(at, WordRole.Ambiguous) ? at : month;
    }

    private bool IsGluedMark(int token) => token > 0 && scratch.Tokens[token].Kind == TokenKind.Mark && scratch.Tokens[token].Hash is '-' or '/' or '.'
        && scratch.Document.IsGlued(token) && scratch.Document.IsGlued(token + 1);

    /// <summary>"the ninth of, um, May": the token before the hesitation.</summary>
    private int BeforePause(int filler)
    {
        var at = filler;
        while (filler - at < 4 && at > 0 && !scratch.StartsTurn(at) && (scratch.Is(at, WordRole.Filler) || scratch.IsMark(at, ','))) at--;
        return at;
    }

    /// <summary>"July the, uh, the ninth": past the article said twice.</summary>
    private int AfterPause(int at)
    {
        var end = at;
        while (end - at < 5 && end < scratch.Tokens.Count && !scratch.Tokens[end].Has(TokenFlags.NewLine)
            && (scratch.Is(end, WordRole.Filler | WordRole.Article) || scratch.IsMark(end, ','))) end++;
        return end > at && scratch.Is(end, WordRole.Ordinal | WordRole.NumberWord) && HasFiller(at, end) ? end : at;
    }

    private bool HasFiller(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (scratch.Is(i, WordRole.Filler)) return true;
        }

        return false;
    }

    private bool DayAfter(int month, out int last)
    {
        last = month;
        var at = month + 1;
        if (scratch.Is(at, WordRole.Article)) at++;
        at = AfterPause(at);
        if (at < scratch.Tokens.Count && scratch.Tokens[at].Kind == TokenKind.Mark && scratch.Tokens[at].Hash is '-' or '.' or '/') at++;
        if (at >= scratch.Tokens.Count || scratch.Tokens[at].Has(TokenFlags.NewLine)) return false;
        if (scratch.IsNumber(at))
        {
            if (Value(at) is 0 or > 31 || scratch.Tokens[at].Length > 2 || scratch.IsMark(at + 1, ':')) return false;
            last = scratch.Is(at + 1, WordRole.Ordinal) && scratch.Document.IsGlued(at + 1) ? at + 1 : at;
            return true;
        }

        if (scratch.Is(at, WordRole.Ordinal))
        {
            last = at;
            return scratch.Tokens[at].Length > 2;
        }

        if (!scratch.Is(at, WordRole.Digit | WordRole.Teen | WordRole.Tens) || scratch.Is(at, WordRole.Ambiguous)) return false;
        var next = scratch.IsMark(at + 1, '-') ? at + 2 : at + 1;
        var isCompound = scratch.Is(at, WordRole.Tens) && scratch.Is(next, WordRole.Ordinal | WordRole.Digit) && !scratch.Tokens[next].Has(TokenFlags.NewLine);
        last = isCompound ? next : at;
        return !scratch.Is(last + 1, WordRole.Hundred | WordRole.Thousand);
    }

    /// <summary>A year after the token: 1982, '82, "nineteen eighty two", "two thousand and five", "sixty four".</summary>
    private int Year(int after, out int last)
    {
        last = after;
        var at = after + 1;
        while (at < scratch.Tokens.Count && at - after < 4 && !scratch.Tokens[at].Has(TokenFlags.NewLine)
            && ((scratch.Tokens[at].Kind == TokenKind.Mark && scratch.Tokens[at].Hash is ',' or '-' or '/' or '.' or '\'' or '\u2019') || scratch.Is(at, WordRole.Of)
                || scratch.Document.TextOf(at).Equals("in", StringComparison.OrdinalIgnoreCase))) at++;
        if (at >= scratch.Tokens.Count || scratch.Tokens[at].Has(TokenFlags.NewLine)) return 0;
        if (scratch.IsNumber(at))
        {
            if (scratch.IsMark(at + 1, ':') || scratch.Is(at + 1, WordRole.ClockAfter | WordRole.UnitAfter) || scratch.Tokens[at].Length is not (2 or 4)) return 0;
            last = at;
            return scratch.Tokens[at].Length == 2 ? 1900 + Value(at) : Value(at) is > 1800 and < 2200 ? Value(at) : 0;
        }

        return SpokenYear(at, ref last);
    }

    private int SpokenYear(int at, ref int last)
    {
        if (!scratch.Is(at, WordRole.Digit | WordRole.Teen | WordRole.Tens | WordRole.Thousand)) return 0;
        int items = scratch.Items.Count, digits = scratch.Digits.Count;
        var value = ReadOne(at, out var next);
        if (value is 18 or 19 or 20 && scratch.Is(next, WordRole.Digit | WordRole.Teen | WordRole.Tens) && !scratch.StartsLine(next))
        {
            var rest = ReadOne(next, out var restNext);
            if (rest == 0) rest = ReadOne(restNext, out restNext);
            (value, next) = ((value * 100) + rest, restNext);
        }

        scratch.Items.TruncateTo(items);
        scratch.Digits.TruncateTo(digits);
        if (value is (< 10 or > 99) and (< 1800 or > 2200) || scratch.Is(next, WordRole.ClockAfter | WordRole.UnitAfter)) return 0;
        last = next - 1;
        return value < 100 ? 1900 + value : value;
    }

    private int ReadOne(int at, out int next)
    {
        next = at;
        if (at >= scratch.Tokens.Count || !scratch.Is(at, WordRole.Digit | WordRole.Teen | WordRole.Tens | WordRole.Thousand) || !_spoken.Read(at, Separator.None, out next)) return 0;
        var item = scratch.Items[scratch.Items.Count - 1];
        return int.Parse(scratch.Digits.Span[item.DigitStart..], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
