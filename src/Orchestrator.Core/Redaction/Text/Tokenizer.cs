using System.Runtime.CompilerServices;
using Orchestrator.Core.Redaction.Language;

namespace Orchestrator.Core.Redaction.Text;

/// <summary>One pass from text to tokens. Words of plain ASCII are measured and packed as a whole.</summary>
internal ref struct Tokenizer
{
    private const ulong CaseBits = 0x2020202020202020;

    private readonly Document _document;
    private readonly Buffer<Token> _tokens;
    private readonly AsciiMap _map;
    private readonly Lexicon _lexicon;
    private readonly string _text;
    private int _at;
    private TokenFlags _pending;
    private bool _isCased;

    private Tokenizer(Document document, Lexicon lexicon)
    {
        _document = document;
        _tokens = document.Tokens;
        _map = document.Map;
        _lexicon = lexicon;
        _text = document.Text;
        _pending = TokenFlags.Gap;
        _map.Read(_text);
    }

    /// <param name="turns">Starts of structured turns in order, or empty: then speaker labels at line starts count.</param>
    public static void Read(Document document, Lexicon lexicon, ReadOnlySpan<Turn> turns)
    {
        var tokenizer = new Tokenizer(document, lexicon);
        if (turns.IsEmpty)
        {
            document.Turns.Add(new Turn(SpeakerRole.Unknown, 0, 0));
            tokenizer.ReadUntil(document.Text.Length, labels: true);
            tokenizer.EndTurn();
            return;
        }

        for (var i = 0; i < turns.Length; i++)
        {
            document.Turns.Add(turns[i] with { FirstToken = document.Tokens.Count });
            tokenizer._pending = TokenFlags.Gap | TokenFlags.NewLine | TokenFlags.TurnStart;
            tokenizer.ReadUntil(i + 1 < turns.Length ? turns[i + 1].Start : document.Text.Length, labels: false);
            tokenizer.EndTurn();
        }
    }

    private void ReadUntil(int end, bool labels)
    {
        var atLineStart = labels;
        while (_at < end)
        {
            if (!atLineStart && char.IsAsciiLetter((char)_map[_at]))
            {
                ReadPlainWords(end);
                if (_at >= end) return;
            }

            var c = _map[_at];
            switch (c < 128 ? CharFold.AsciiKind(c) : CharFold.Kind(_text[_at]))
            {
                case CharKind.Space:
                    _pending |= TokenFlags.Gap;
                    _at++;
                    break;
                case CharKind.NewLine:
                    _pending |= TokenFlags.Gap | TokenFlags.NewLine;
                    atLineStart = labels;
                    _at++;
                    break;
                case CharKind.Letter or CharKind.OtherLetter:
                    var wasCased = _isCased;
                    ReadWord(end);
                    if (atLineStart) TakeLabel(wasCased);
                    atLineStart = false;
                    break;
                case CharKind.Digit:
                    ReadNumber(end);
                    atLineStart = false;
                    break;
                case CharKind.Ignorable or CharKind.Combining:
                    _at++;
                    break;
                case CharKind.Surrogate:
                    ReadPair(end);
                    atLineStart = false;
                    break;
                case CharKind.Mark:
                    ReadMark(end);
                    atLineStart = false;
                    break;
            }
        }
    }

    /// <summary>Words of up to sixteen ASCII letters with single spaces between them, which is most of any text.</summary>
    private void ReadPlainWords(int end)
    {
        var (map, lexicon, at, pending) = (_map, _lexicon, _at, _pending);
        var isCased = false;
        while (at < end)
        {
            var count = map.LettersAt(at);
            var next = map[at + count];
            if (count is 0 or > WordKey.Letters || MayContinue(next)) break;
            ulong raw = map.EightAt(at), small = CaseBits, head, tail = 0, rest = 0;
            if (count < 8)
            {
                var mask = (1UL << (8 * count)) - 1;
                head = (raw | CaseBits) & mask;
                small &= mask;
            }
            else
            {
                var more = map.EightAt(at + 8);
                var mask = count == WordKey.Letters ? ulong.MaxValue : (1UL << (8 * (count - 8))) - 1;
                head = raw | CaseBits;
                tail = (more | CaseBits) & mask;
                rest = more & mask;
            }

            var flags = pending;
            if ((raw & 0x20) == 0) flags |= TokenFlags.Capital | (((raw | rest) & small) == 0 ? TokenFlags.AllCapitals : 0);
            isCased |= (flags & (TokenFlags.Capital | TokenFlags.AllCapitals | TokenFlags.TurnStart)) == TokenFlags.Capital;
            var mixed = WordKey.Mix(head, tail);
            Add(at, at + count, flags, (uint)(mixed >> 32), lexicon.Look(mixed));
            at += count;
            if (IsPlainMark(next))
            {
                Mark(at, next);
                next = map[++at];
            }

            pending = next == ' ' ? TokenFlags.Gap : TokenFlags.None;
            if (next != ' ') break;
            at++;
        }

        (_at, _pending) = (at, pending);
        _isCased |= isCased;
    }

    /// <summary>"User:" at a line's start begins a turn and is no part of it.</summary>
    private void TakeLabel(bool wasCased)
    {
        ref var label = ref _tokens[_tokens.Count - 1];
        var role = _lexicon.SpeakerOf(label.Lex);
        if (role == SpeakerRole.Unknown || _at >= _text.Length || _text[_at] != ':') return;
        _at++;
        label.Flags |= TokenFlags.TurnStart | TokenFlags.NewLine;
        _isCased = wasCased;
        EndTurn();
        _document.Turns.Add(new Turn(role, _tokens.Count, _at));
        _pending = TokenFlags.Gap | TokenFlags.NewLine | TokenFlags.TurnStart;
    }

    private void EndTurn()
    {
        _document.Cased.Add(_isCased);
        _isCased = false;
    }

    private void ReadWord(int end)
    {
        var start = _at;
        var count = Math.Min(_map.LettersAt(start), WordKey.Letters);
        var (head, tail) = _map.WordAt(start, count);
        var flags = _pending;
        _at = start + count;
        if (MayContinue(_map[_at])) flags |= ReadSlowly(end, ref head, ref tail, count);
        if (char.IsUpper(_text[start])) flags |= TokenFlags.Capital | (IsAllCapitals(start) ? TokenFlags.AllCapitals : 0);
        var mixed = WordKey.Mix(head, tail);
        var word = _lexicon.Look(mixed);
        if (word.Lex == 0 && (flags & TokenFlags.Possessive) != 0) word = _lexicon.Look(WordKey.Of(_text.AsSpan(start, _at - start - 2)).Mixed);
        _isCased |= (flags & (TokenFlags.Capital | TokenFlags.AllCapitals | TokenFlags.TurnStart)) == TokenFlags.Capital;
        Add(start, _at, flags, (uint)(mixed >> 32), word);
        _pending = TokenFlags.None;
    }

    /// <summary>Marks that begin nothing of their own.</summary>
    private static bool IsPlainMark(byte c) => c is (byte)'.' or (byte)',' or (byte)'?' or (byte)'!';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Mark(int at, byte mark)
    {
        ref var token = ref _tokens.Add();
        token.Start = at;
        token.End = at + 1;
        token.Hash = mark;
        token.Lex = 0;
        token.Kind = TokenKind.Mark;
        token.Flags = TokenFlags.None;
    }

    private static bool MayContinue(byte c) => c >= 128 || c == '\'' || char.IsAsciiLetter((char)c);

    private TokenFlags ReadSlowly(int end, ref ulong head, ref ulong tail, int count)
    {
        var flags = TokenFlags.None;
        for (; _at < end; _at++)
        {
            var c = _text[_at];
            var kind = CharFold.Kind(c);
            if (kind is CharKind.Letter or CharKind.OtherLetter)
            {
                if (c >= 128) flags |= TokenFlags.Folded;
                var letter = CharFold.Letter(c);
                WordKey.Append(ref head, ref tail, count++, letter != 0 ? letter : (byte)(0x80 | (c & 0x7F)));
            }
            else if (kind is CharKind.Combining or CharKind.Ignorable)
            {
                flags |= TokenFlags.Folded;
            }
            else if (c is '\'' or '\u2019' or '\u02BC' && _at + 1 < end && CharFold.Kind(_text[_at + 1]) == CharKind.Letter)
            {
                if (_text[_at + 1] is 's' or 'S' && (_at + 2 >= end || CharFold.Kind(_text[_at + 2]) is not CharKind.Letter)) flags |= TokenFlags.Possessive;
            }
            else
            {
                break;
            }
        }

        return flags;
    }

    private readonly bool IsAllCapitals(int start)
    {
        for (var i = start; i < _at; i++)
        {
            if (char.IsLower(_text[i])) return false;
        }

        return true;
    }

    private void ReadNumber(int end)
    {
        var start = _at;
        var flags = _pending;
        while (_at < end)
        {
            var c = _text[_at];
            if (char.IsAsciiDigit(c))
            {
                _at++;
            }
            else if (c >= 128 && DigitScan.LengthAt(_text, _at, end) is var length and > 0)
            {
                flags |= TokenFlags.Folded;
                _at += length;
            }
            else
            {
                break;
            }
        }

        Emit(start, flags, TokenKind.Number, 0);
    }

    private void ReadPair(int end)
    {
        if (DigitScan.IsPair(_text, _at, end))
        {
            ReadNumber(end);
            return;
        }

        var start = _at;
        _at += _at + 1 < end && char.IsSurrogatePair(_text[_at], _text[_at + 1]) ? 2 : 1;
        Emit(start, _pending, TokenKind.Mark, 0xFFFF);
    }

    private void ReadMark(int end)
    {
        var start = _at;
        if (_map[_at] is (byte)'[' or (byte)'*' && Placeholder.LengthAt(_text.AsSpan(_at, end - _at)) is var length and > 0)
        {
            _at += length;
            Emit(start, _pending, TokenKind.Placeholder, 0);
            _document.HasPlaceholders = true;
            _isCased = true;
            return;
        }

        var c = _text[_at++];
        if (c == '\\' && _at < end && _text[_at] is 'n' or 'r' or 't')
        {
            // A line break that was escaped once too often on its way here.
            _pending |= _text[_at++] == 't' ? TokenFlags.Gap : TokenFlags.Gap | TokenFlags.NewLine;
            return;
        }

        Emit(start, _pending, TokenKind.Mark, CharFold.Mark(c));
        if (c is not ('@' or '＠' or ':') || !MayTell(c, start, end)) return;
        (c == ':' ? _document.Hits : _document.Judged).Add(_tokens.Count - 1);
    }

    /// <summary>An @ or colon between two characters that could be an address; any other starts no rule.</summary>
    private readonly bool MayTell(char mark, int start, int end)
    {
        if (_at >= end) return false;
        if (mark == ':' && _text[_at] is '/' or ':') return true;
        return start > 0 && !char.IsWhiteSpace(_text[start - 1]) && _text[start - 1] != mark && (_text[_at] >= 128 || char.IsLetterOrDigit(_text[_at]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Add(int start, int end, TokenFlags flags, uint hash, LexiconWord word)
    {
        var index = _tokens.Count;
        ref var token = ref _tokens.Add();
        token.Start = start;
        token.End = end;
        token.Hash = hash;
        token.Lex = word.Lex;
        token.Kind = TokenKind.Word;
        token.Flags = flags | (TokenFlags)(word.Hints & WordHints.Name);
        _document.Hits.AddIf((word.Hints & WordHints.Noted) != 0, index);
        if ((word.Hints & WordHints.Judged) != 0) _document.Judged.Add(index);
        if (end - start == 1 && _text[start] is not ('a' or 'I' or 'A')) _document.Letters.Add(index);
    }

    private void Emit(int start, TokenFlags flags, TokenKind kind, uint hash)
    {
        ref var token = ref _tokens.Add();
        token.Start = start;
        token.End = _at;
        token.Hash = hash;
        token.Lex = 0;
        token.Kind = kind;
        token.Flags = flags;
        _pending = TokenFlags.None;
        if (kind == TokenKind.Number) _document.Hits.Add(_tokens.Count - 1);
    }
}
