using System.Globalization;
using NodaTime;
using Orchestrator.Core.Speech;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>Turns a text into terms: figures by their form, number words by value, everything else by the longest known phrase.</summary>
internal sealed class WhenLexer
{
    private readonly string _text;
    private readonly List<SpeechToken> _tokens;
    private readonly WhenWords _words;
    private readonly DateTimeZone _zone;
    private readonly List<Term> _terms = [];
    private int _at;
    private bool _pause;

    private WhenLexer(string text, WhenWords words, DateTimeZone zone)
    {
        _text = SpeechText.Normalize(text);
        _tokens = SpeechTokenizer.Tokenize(_text);
        (_words, _zone) = (words, zone);
    }

    public static List<Term> Read(string text, WhenWords words, DateTimeZone zone)
    {
        var lexer = new WhenLexer(text, words, zone);
        while (lexer._at < lexer._tokens.Count) lexer.ReadTerm();
        return lexer._terms;
    }

    private void ReadTerm()
    {
        var token = _tokens[_at];
        switch (token.Kind)
        {
            case SpeechTokenKind.Mark:
                ReadMark(token);
                break;
            case SpeechTokenKind.Digits:
                ReadFigures(token);
                break;
            case SpeechTokenKind.Word:
                if (!TryPhrase(2) && !TryNumber(token.Text) && !TryPhrase(1) && !TryApproximate(token.Text)) ReadUnknown(token.Text);
                break;
        }
    }

    private void ReadMark(SpeechToken token)
    {
        _at++;
        switch (token.Text)
        {
            case ",":
            case ".":
            case ";":
            case ":":
            case "!":
            case "?":
            case "(":
            case ")":
                _pause = true;
                break;
            case "-":
                Add(new Term(TermKind.Dash));
                break;
            case "/":
                // "2027-01-14/2027-01-16" is an interval of ISO 8601.
                Add(new Term(_terms is [.., { Kind: TermKind.Date }] ? TermKind.To : TermKind.Or));
                break;
            case "&":
                Add(new Term(TermKind.And));
                break;
            case "~":
                Add(new Term(TermKind.About));
                break;
            case "@":
                Add(new Term(TermKind.At));
                break;
            default:
                Add(new Term(TermKind.Unknown));
                break;
        }
    }

    private void ReadFigures(SpeechToken token)
    {
        var before = _terms.Count;
        var length = WrittenForms.Read(_text, token.Start, _zone, _terms);
        if (length > 0)
        {
            if (_pause) _terms[before] = _terms[before] with { AfterPause = true };
            _pause = false;
            while (_at < _tokens.Count && _tokens[_at].Start < token.Start + length) _at++;
            return;
        }

        _at++;
        if (token.Text.Length > 4)
        {
            Add(new Term(TermKind.Unknown));
            return;
        }

        var value = int.Parse(token.Text, CultureInfo.InvariantCulture);
        var isOrdinal = WordAt(_at) is { } ending && _words.OrdinalEndings.Contains(ending) && token.Text.Length <= 2;
        if (isOrdinal) _at++;
        else if (token is { Text.Length: 2, Start: > 0 } && _text[token.Start - 1] == '\'')
        {
            Add(new Term(TermKind.Number, 2000 + value) { Figures = "20" + token.Text });
            return;
        }

        Add(new Term(isOrdinal ? TermKind.Ordinal : TermKind.Number, value) { Figures = token.Text });
        if (!isOrdinal && WordAt(_at) == _words.ApproximateEnding) Take(new Term(TermKind.Ish), 1);
        else if (!isOrdinal && WordAt(_at) is "a" or "p" && _at < _tokens.Count && _tokens[_at].Start == token.End) Take(new Term(TermKind.Meridiem, WordAt(_at) == "p" ? 12 : 0), 1);
    }

    private bool TryPhrase(int shortest)
    {
        for (var count = Math.Min(_words.LongestPhrase, WordsAhead()); count >= shortest; count--)
        {
            var phrase = count == 1 ? _tokens[_at].Text : string.Join(' ', _tokens.GetRange(_at, count).Select(token => token.Text));
            if (!_words.TryGet(phrase, out var term)) continue;
            Take(term, count);
            return true;
        }

        return false;
    }

    private bool TryNumber(string word)
    {
        var numbers = _words.Numbers;
        if (numbers.Ordinals.TryGetValue(word, out var ordinal)) return Take(new Term(TermKind.Ordinal, ordinal), 1);
        if (numbers.Units.TryGetValue(word, out var value) || numbers.Teens.TryGetValue(word, out value)) return TakeScaled(value, 1);
        if (!numbers.Tens.TryGetValue(word, out value)) return false;

        if (WordAt(_at + 1) is { } next)
        {
            if (numbers.Ordinals.TryGetValue(next, out ordinal) && ordinal < 10) return Take(new Term(TermKind.Ordinal, value + ordinal), 2);
            if (numbers.Units.TryGetValue(next, out var unit) && unit > 0) return TakeScaled(value + unit, 2);
        }

        return TakeScaled(value, 1);
    }

    /// <summary>"fourteen hundred", "two thousand and twenty-seven".</summary>
    private bool TakeScaled(int value, int count)
    {
        var numbers = _words.Numbers;
        if (value is > 0 and < 25 && WordAt(_at + count) is { } hundred && numbers.Hundred.Contains(hundred))
            return Take(new Term(TermKind.Number, value * 100) { Figures = (value * 100).ToString("0000", CultureInfo.InvariantCulture) }, count + 1);
        if (value is not (1 or 2) || WordAt(_at + count) is not { } thousand || !numbers.Thousand.Contains(thousand)) return Take(new Term(TermKind.Number, value), count);

        var (at, total) = (_at + count + 1, value * 1000);
        var tail = WordAt(at) is { } and && numbers.And.Contains(and) ? at + 1 : at;
        if (WordAt(tail) is { } word)
        {
            if (numbers.Tens.TryGetValue(word, out var tens))
            {
                var unit = WordAt(tail + 1) is { } next && numbers.Units.TryGetValue(next, out var found) ? found : 0;
                return Take(new Term(TermKind.Number, total + tens + unit), tail + (unit > 0 ? 2 : 1) - _at);
            }

            if (numbers.Teens.TryGetValue(word, out var teen) || numbers.Units.TryGetValue(word, out teen)) return Take(new Term(TermKind.Number, total + teen), tail + 1 - _at);
        }

        return Take(new Term(TermKind.Number, total), at - _at);
    }

    /// <summary>"twoish", "noonish".</summary>
    private bool TryApproximate(string word)
    {
        if (word == _words.ApproximateEnding) return Take(new Term(TermKind.Ish), 1);
        if (!word.EndsWith(_words.ApproximateEnding, StringComparison.Ordinal)) return false;

        var stem = word[..^_words.ApproximateEnding.Length];
        if (_words.TryGet(stem, out var term) && term.Kind == TermKind.NamedTime) Add(term);
        else if (_words.Numbers.Units.TryGetValue(stem, out var value) || _words.Numbers.Teens.TryGetValue(stem, out value)) Add(new Term(TermKind.Number, value));
        else return false;

        return Take(new Term(TermKind.Ish), 1);
    }

    private void ReadUnknown(string word) => Take(_words.TryGuess(word, out var term) ? term : new Term(TermKind.Unknown), 1);

    private int WordsAhead()
    {
        var count = 0;
        while (_at + count < _tokens.Count && count < _words.LongestPhrase && _tokens[_at + count].Kind == SpeechTokenKind.Word) count++;
        return count;
    }

    private string? WordAt(int at) => at < _tokens.Count && _tokens[at].Kind == SpeechTokenKind.Word ? _tokens[at].Text : null;

    private bool Take(Term term, int count)
    {
        Add(term);
        _at += count;
        return true;
    }

    private void Add(Term term)
    {
        _terms.Add(_pause ? term with { AfterPause = true } : term);
        _pause = false;
    }
}
