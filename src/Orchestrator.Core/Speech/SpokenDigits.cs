namespace Orchestrator.Core.Speech;

/// <summary>
/// Reads digits as people say them: one by one, doubled, in pairs ("forty-two"), with hundreds ("nine hundred"), or as one
/// number. Each phrase has exactly one natural reading here; who needs a certain length compares it and asks again.
/// </summary>
internal sealed class SpokenDigits
{
    private readonly List<SpeechToken> _tokens;
    private readonly NumberWords _words;
    private readonly List<DigitPiece> _pieces = [];
    private int _at;

    private SpokenDigits(List<SpeechToken> tokens, NumberWords words) => (_tokens, _words) = (tokens, words);

    public static List<DigitPiece> Read(string text, NumberWords words)
    {
        var reader = new SpokenDigits(SpeechTokenizer.Tokenize(SpeechText.Normalize(text)), words);
        while (reader._at < reader._tokens.Count) reader.ReadPiece();
        return reader._pieces;
    }

    private void ReadPiece()
    {
        var token = _tokens[_at];
        if (token.Kind == SpeechTokenKind.Mark) Take(DigitPieceKind.Mark, token.Text, 1);
        else if (IsCounted()) Take(DigitPieceKind.Word, token.Text, 1);
        else if (_words.Multipliers.TryGetValue(token.Text, out var times)) ReadMultiplied(times);
        else if (TryReadRepeated() || TryReadNumber()) return;
        else if (token.Kind == SpeechTokenKind.Digits) Take(DigitPieceKind.Digits, token.Text, 1);
        else if (_words.Corrections.Contains(token.Text)) Take(DigitPieceKind.Correction, token.Text, 1);
        else if (_words.Homophones.TryGetValue(token.Text, out var digit)) Take(DigitPieceKind.Homophone, DigitText(digit), 1);
        else Take(DigitPieceKind.Word, token.Text, 1);
    }

    private bool IsCounted() => IsNumberAt(_at) && WordAt(SkipHyphen(_at + 1)) is { } next && _words.Counted.Contains(next);

    private bool IsNumberAt(int at) =>
        at < _tokens.Count && (_tokens[at] is { Kind: SpeechTokenKind.Digits, Text.Length: 1 } || (WordAt(at) is { } word && _words.Units.ContainsKey(word)));

    private void ReadMultiplied(int times)
    {
        var next = SkipHyphen(_at + 1);
        var digit = SingleDigitAt(next);
        if (digit is null) Take(DigitPieceKind.Broken, "", 1);
        else Take(DigitPieceKind.Digits, new string(digit.Value, times), next + 1 - _at);
    }

    private bool TryReadRepeated()
    {
        if (WordAt(_at + 1) is not { } next || !_words.Plurals.TryGetValue(next, out var digit)) return false;
        if (SingleDigitAt(_at) is not { } times || times is < '2' or > '6') return false;

        Take(DigitPieceKind.Digits, new string((char)('0' + digit), times - '0'), 2);
        return true;
    }

    private bool TryReadNumber()
    {
        var start = _at;
        var at = _at;
        if (ReadGroup(ref at, out var value, out var scaled) is false) return false;

        if (IsThousand(at) && value is > 0 and < 1000)
        {
            at++;
            value *= 1000;
            scaled = true;
            var tail = SkipAnd(at);
            if (!StartsDigitRun(tail) && ReadGroup(ref tail, out var rest, out _) && rest is > 0 and < 1000) (value, at) = (value + rest, tail);
        }

        if (!scaled && _tokens[start].Kind == SpeechTokenKind.Digits) return false;
        Take(DigitPieceKind.Digits, DigitText(value), at - start);
        return true;
    }

    /// <summary>A number below a hundred, or with "hundred" up to 9,999 ("twenty-eight hundred").</summary>
    private bool ReadGroup(ref int at, out int value, out bool scaled)
    {
        scaled = false;
        if (!ReadSmall(ref at, out value)) return false;
        if (!IsHundred(at) || value is 0 or > 99) return true;

        at++;
        value *= 100;
        scaled = true;
        var tail = SkipAnd(at);
        if (!StartsDigitRun(tail) && tail < _tokens.Count && _tokens[tail].Kind == SpeechTokenKind.Word
            && ReadSmall(ref tail, out var rest) && rest > 0 && !IsHundred(tail)) (value, at) = (value + rest, tail);
        return true;
    }

    private bool ReadSmall(ref int at, out int value)
    {
        value = 0;
        if (at >= _tokens.Count) return false;
        var token = _tokens[at];
        if (token.Kind == SpeechTokenKind.Digits)
        {
            var scales = token.Text.Length is >= 1 and <= 3 && (IsHundred(at + 1) || IsThousand(at + 1)) && token.Text[0] != '0';
            var isTail = at > _at && token.Text.Length == 3;
            if (!scales && !isTail) return false;
            value = int.Parse(token.Text, System.Globalization.CultureInfo.InvariantCulture);
            at++;
            return true;
        }

        if (token.Kind != SpeechTokenKind.Word) return false;
        if (_words.One.Contains(token.Text) && (IsHundred(at + 1) || IsThousand(at + 1))) value = 1;
        else if (!_words.Units.TryGetValue(token.Text, out value) && !_words.Teens.TryGetValue(token.Text, out value))
        {
            if (!_words.Tens.TryGetValue(token.Text, out value)) return false;
            if (WordAt(at + 1) is { } next && _words.Units.TryGetValue(next, out var unit) && unit > 0)
            {
                value += unit;
                at++;
            }
        }

        at++;
        return true;
    }

    /// <summary>"nine hundred one two three": digits after the hundred that are read one by one belong behind it, not into it.</summary>
    private bool StartsDigitRun(int at) => IsUnit(at) && (IsUnit(at + 1) || SingleDigitAt(at + 1) is not null || (WordAt(at + 1) is { } next && _words.Multipliers.ContainsKey(next)));

    private bool IsUnit(int at) => WordAt(at) is { } word && _words.Units.ContainsKey(word);

    private bool IsHundred(int at) => WordAt(at) is { } word && _words.Hundred.Contains(word);

    private bool IsThousand(int at) => WordAt(at) is { } word && _words.Thousand.Contains(word);

    private int SkipAnd(int at) => WordAt(at) is { } word && _words.And.Contains(word) ? at + 1 : at;

    private int SkipHyphen(int at) => at < _tokens.Count && _tokens[at].Is(SpeechTokenKind.Mark, "-") ? at + 1 : at;

    private string? WordAt(int at) => at < _tokens.Count && _tokens[at].Kind == SpeechTokenKind.Word ? _tokens[at].Text : null;

    private char? SingleDigitAt(int at)
    {
        if (at >= _tokens.Count) return null;
        if (_tokens[at] is { Kind: SpeechTokenKind.Digits, Text.Length: 1 } digits) return digits.Text[0];
        return WordAt(at) is { } word && _words.Units.TryGetValue(word, out var unit) ? (char)('0' + unit) : null;
    }

    private static string DigitText(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void Take(DigitPieceKind kind, string text, int count)
    {
        _pieces.Add(new DigitPiece(kind, text));
        _at += count;
    }
}
