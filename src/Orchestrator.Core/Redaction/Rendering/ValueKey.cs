using System.Globalization;
using Orchestrator.Core.Redaction.Language;
using Orchestrator.Core.Redaction.Recognition;
using Orchestrator.Core.Redaction.Text;

namespace Orchestrator.Core.Redaction.Rendering;

/// <summary>What a value is however it was said: "oh seven seven double oh" and "0770 0" have one key.</summary>
internal sealed class ValueKey(Scratch scratch)
{
    private const int PhoneDigits = 9;

    private readonly Buffer<char> _key = new();
    private int _token;
    private int _item;

    /// <summary>The key, in place until the next one is asked for.</summary>
    public ReadOnlySpan<char> Of(Candidate span)
    {
        _key.TruncateTo(0);
        var token = FirstToken(span.Start);
        if (span.Type == EntityType.DateOfBirth && DateKey(span)) return _key.Span;
        if (IsSpelled(span)) return SpelledKey(token, span.End);
        var item = FirstItem(token);
        while (token < scratch.Tokens.Count && scratch.Tokens[token].Start < span.End)
        {
            while (item < scratch.Items.Count && scratch.Items[item].First < token) item++;
            if (item < scratch.Items.Count && scratch.Items[item].First == token)
            {
                foreach (var digit in scratch.DigitsOf(item, item)) _key.Add((char)digit);
                token = scratch.Items[item].Last + 1;
                continue;
            }

            Append(token++, span.Type);
        }

        return span.Type == EntityType.PhoneNumber ? PhoneKey() : _key.Span;
    }

    /// <summary>The span is a name given letter by letter.</summary>
    public static bool IsSpelled(Candidate span) => span.Type == EntityType.Person && span.Reason == Reasons.Spelled;

    /// <summary>"H O double L", "P for Papa", "big D": the letters alone.</summary>
    private ReadOnlySpan<char> SpelledKey(int token, int end)
    {
        var times = 1;
        for (; token < scratch.Tokens.Count && scratch.Tokens[token].Start < end; token++)
        {
            if (!scratch.IsWord(token)) continue;
            if (scratch.Is(token, WordRole.Multiplier))
            {
                times = scratch.ValueOf(token);
                continue;
            }

            if (scratch.Tokens[token].Length == 1) AppendTimes((char)CharFold.Letter(scratch.Document.TextOf(token)[0]), times);
            else if (scratch.Is(token, WordRole.As)) token += 2;
            else if (scratch.Is(token, WordRole.For)) token++;
            else if (scratch.Is(token, WordRole.Letter)) _key.Add((char)scratch.ValueOf(token));
            else if (IsHyphen(token)) _key.Add(' ');
            times = 1;
        }

        return _key.Span;
    }

    private void AppendTimes(char letter, int times)
    {
        for (; times > 0; times--) _key.Add(letter);
    }

    private bool IsHyphen(int token) => scratch.Is(token, WordRole.Symbol) && scratch.ValueOf(token) == '-';

    private bool IsApostrophe(int token) => scratch.IsWord(token) && scratch.Is(token, WordRole.Symbol) && scratch.ValueOf(token) == '\'';

    private void Append(int token, EntityType type)
    {
        if (scratch.Tokens[token].Kind == TokenKind.Mark)
        {
            if (type == EntityType.EmailAddress && scratch.Tokens[token].Hash is '@' or '.' or '_' or '-' or '+') _key.Add((char)scratch.Tokens[token].Hash);
            return;
        }

        if (type == EntityType.EmailAddress && scratch.Is(token, WordRole.At)) _key.Add('@');
        else if (type == EntityType.EmailAddress && scratch.Is(token, WordRole.Dot)) _key.Add('.');
        else if (type == EntityType.EmailAddress && scratch.Is(token, WordRole.Symbol)) _key.Add((char)scratch.ValueOf(token));
        else if (type == EntityType.PhoneNumber && scratch.IsWord(token)) return;
        else if (type == EntityType.Person && scratch.Is(token, WordRole.Symbol)) return;
        else if (type == EntityType.Person && BeginsAnotherName(token)) AppendFolded(TextOf(token), ' ');
        else AppendFolded(TextOf(token));
    }

    private ReadOnlySpan<char> TextOf(int token) =>
        scratch.Document.Text.AsSpan(scratch.Tokens[token].Start, scratch.Document.EndOf(token) - scratch.Tokens[token].Start);

    // Initials in a row are one, and so is what an apostrophe ties.
    private bool BeginsAnotherName(int token) =>
        _key.Count > 0 && !IsApostrophe(token - 1) && (scratch.Tokens[token].Length > 1 || (scratch.IsWord(token - 1) && scratch.Tokens[token - 1].Length > 1));

    private void AppendFolded(ReadOnlySpan<char> text, char before = '\0')
    {
        if (before != '\0') _key.Add(before);
        foreach (var c in text)
        {
            if (CharFold.Letter(c) is var letter and not 0) _key.Add((char)letter);
            else if (CharFold.Digit(c) is var digit and >= 0) _key.Add((char)('0' + digit));
            else if (!CharFold.IsIgnorable(c) && c != '\'' && c != '\u2019') _key.Add(c);
        }
    }

    /// <summary>Country code and trunk zero do not make another number.</summary>
    private ReadOnlySpan<char> PhoneKey() => _key.Span[Math.Max(0, _key.Count - PhoneDigits)..];

    private bool DateKey(Candidate span)
    {
        if (scratch.DateWithin(span.Start, span.End) is not { } date) return false;
        foreach (var c in string.Create(CultureInfo.InvariantCulture, $"{date.Year % 100}-{date.Low}-{date.High}")) _key.Add(c);
        return true;
    }

    /// <summary>Values come in the order of the text, so the place of the last one is where to look on from.</summary>
    private int FirstToken(int start)
    {
        if (_token >= scratch.Tokens.Count || scratch.Tokens[_token].Start > start) _token = 0;
        int low = _token, high = scratch.Tokens.Count;
        for (var step = 8; low + step < high; step *= 2)
        {
            if (scratch.Tokens[low + step].Start >= start) high = low + step;
            else low += step;
        }

        while (low < high)
        {
            var middle = (low + high) / 2;
            if (scratch.Tokens[middle].Start < start) low = middle + 1;
            else high = middle;
        }

        return _token = low;
    }

    private int FirstItem(int token)
    {
        if (_item >= scratch.Items.Count || scratch.Items[_item].First > token) _item = 0;
        int low = _item, high = scratch.Items.Count;
        for (var step = 8; low + step < high; step *= 2)
        {
            if (scratch.Items[low + step].First >= token) high = low + step;
            else low += step;
        }

        while (low < high)
        {
            var middle = (low + high) / 2;
            if (scratch.Items[middle].First < token) low = middle + 1;
            else high = middle;
        }

        return _item = low;
    }
}
