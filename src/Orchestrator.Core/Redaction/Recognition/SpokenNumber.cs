using System.Globalization;
using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Reads one spoken number: a digit, "double oh", "forty seven", "nine hundred", "two thousand and five".</summary>
internal sealed class SpokenNumber(Scratch scratch)
{
    public bool Read(int at, Separator before, out int next)
    {
        next = at;
        if (scratch.Is(at, WordRole.Multiplier)) return ReadRepeated(at, before, out next);
        var last = at;
        var quantity = !scratch.Is(at, WordRole.Digit);
        int value;
        if (scratch.Is(at, WordRole.Hundred)) value = 100 + BelowHundred(at + 1, last, out last, afterAnd: false);
        else if (scratch.Is(at, WordRole.Hundreds)) value = scratch.ValueOf(at) + BelowHundred(at + 1, last, out last, afterAnd: false);
        else if (scratch.Is(at, WordRole.Thousand)) value = Thousand(at, out last);
        else value = Small(at, out last);

        if (value is > 0 and < 100 && IsNext(last, WordRole.Hundred))
        {
            quantity = true;
            value = (value * 100) + BelowHundred(last + 2, last + 1, out last, afterAnd: false);
        }

        if (value is > 0 and < 1000 && IsNext(last, WordRole.Thousand))
        {
            quantity = true;
            value *= 1000;
            var rest = last + 2;
            if (scratch.Is(rest, WordRole.Digit) && IsNext(rest, WordRole.Hundred)) value += scratch.ValueOf(rest) * 100;
            value = value % 1000 != 0
                ? value + BelowHundred(rest + 2, rest + 1, out last, afterAnd: false)
                : value + BelowHundred(rest, last + 1, out last, afterAnd: true);
        }

        AddItem(at, last, value, before, quantity);
        next = last + 1;
        return true;
    }

    /// <summary>"mil novecientos ochenta": a thousand without a number before it.</summary>
    private int Thousand(int at, out int last)
    {
        last = at;
        if (!IsNext(at, WordRole.Hundreds)) return 1000 + BelowHundred(at + 1, at, out last, afterAnd: false);
        return 1000 + scratch.ValueOf(at + 1) + BelowHundred(at + 2, at + 1, out last, afterAnd: false);
    }

    private bool IsNext(int token, WordRole role) => scratch.Is(token + 1, role) && !scratch.Tokens[token + 1].Has(TokenFlags.NewLine);

    private bool ReadRepeated(int at, Separator before, out int next)
    {
        next = at;
        var single = scratch.IsNumber(at + 1) && scratch.Tokens[at + 1].Length == 1;
        if (!single && !scratch.Is(at + 1, WordRole.Digit)) return false;
        var digit = single ? CharFold.Digit(scratch.Document.Text[scratch.Tokens[at + 1].Start]) : scratch.ValueOf(at + 1);
        var start = scratch.Digits.Count;
        for (var i = scratch.ValueOf(at); i > 0; i--) scratch.Digits.Add((byte)('0' + digit));
        scratch.Items.Add(new NumberItem { First = at, Last = at + 1, DigitStart = start, DigitCount = scratch.Digits.Count - start, Before = before, Spoken = true });
        next = at + 2;
        return true;
    }

    /// <summary>0 to 99 at the token.</summary>
    private int Small(int at, out int last)
    {
        last = at;
        var value = scratch.ValueOf(at);
        if (!scratch.Is(at, WordRole.Tens)) return value;
        var one = at + 1;
        if (scratch.IsMark(one, '-') && scratch.Document.IsGlued(one)) one++;
        if (scratch.Is(one, WordRole.And) && scratch.Tokens[one].Length == 1) one++;
        if (!scratch.Is(one, WordRole.Digit) || scratch.ValueOf(one) == 0 || scratch.Tokens[one].Has(TokenFlags.NewLine)) return value;
        last = one;
        return value + scratch.ValueOf(one);
    }

    /// <summary>What follows "hundred": "and twenty", "twelve"; a digit only after "and", else it is the next of a row.</summary>
    private int BelowHundred(int at, int before, out int last, bool afterAnd)
    {
        last = before;
        var and = scratch.Is(at, WordRole.And);
        var number = and ? at + 1 : at;
        if (number >= scratch.Tokens.Count || scratch.Tokens[number].Has(TokenFlags.NewLine)) return 0;
        var small = scratch.Is(number, WordRole.Teen | WordRole.Tens) || ((and || afterAnd) && scratch.Is(number, WordRole.Digit) && scratch.ValueOf(number) > 0);
        return small ? Small(number, out last) : 0;
    }

    private void AddItem(int first, int last, int value, Separator before, bool quantity)
    {
        var start = scratch.Digits.Count;
        Span<char> written = stackalloc char[11];
        value.TryFormat(written, out var length, provider: CultureInfo.InvariantCulture);
        foreach (var digit in written[..length]) scratch.Digits.Add((byte)digit);
        scratch.Items.Add(new NumberItem { First = first, Last = last, DigitStart = start, DigitCount = length, Before = before, Spoken = true, Quantity = quantity });
    }
}
