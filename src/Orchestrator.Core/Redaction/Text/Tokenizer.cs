using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Orchestrator.Core.Redaction.Language;

namespace Orchestrator.Core.Redaction.Text;

/// <summary>One pass from text to tokens. Words of plain ASCII are read eight letters at a time.</summary>
internal ref struct Tokenizer
{
    private readonly Document _document;
    private readonly Lexicon _lexicon;
    private readonly string _text;
    private int _at;
    private TokenFlags _pending;

    private Tokenizer(Document document, Lexicon lexicon)
    {
        _document = document;
        _lexicon = lexicon;
        _text = document.Text;
        _pending = TokenFlags.Gap;
    }

    /// <param name="turns">Starts of structured turns in order, or empty: then speaker labels at line starts count.</param>
    public static void Read(Document document, Lexicon lexicon, ReadOnlySpan<Turn> turns)
    {
        var tokenizer = new Tokenizer(document, lexicon);
        if (turns.IsEmpty)
        {
            document.Turns.Add(new Turn(SpeakerRole.Unknown, 0, 0));
            tokenizer.ReadUntil(document.Text.Length, labels: true);
            return;
        }

        for (var i = 0; i < turns.Length; i++)
        {
            document.Turns.Add(turns[i] with { FirstToken = document.Tokens.Count });
            tokenizer._pending = TokenFlags.Gap | TokenFlags.NewLine | TokenFlags.TurnStart;
            tokenizer.ReadUntil(i + 1 < turns.Length ? turns[i + 1].Start : document.Text.Length, labels: false);
        }
    }

    private void ReadUntil(int end, bool labels)
    {
        var atLineStart = labels;
        while (_at < end)
        {
            switch (CharFold.Kind(_text[_at]))
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
                    ReadWord(end);
                    if (atLineStart) TakeLabel();
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

    /// <summary>"User:" at a line's start begins a turn and is no part of it.</summary>
    private void TakeLabel()
    {
        var tokens = _document.Tokens;
        ref var label = ref tokens[tokens.Count - 1];
        var role = _lexicon.SpeakerOf(label.Lex);
        if (role == SpeakerRole.Unknown || _at >= _text.Length || _text[_at] != ':') return;
        _at++;
        label.Flags |= TokenFlags.TurnStart | TokenFlags.NewLine;
        _document.Turns.Add(new Turn(role, tokens.Count, _at));
        _pending = TokenFlags.Gap | TokenFlags.NewLine | TokenFlags.TurnStart;
    }

    private void ReadWord(int end)
    {
        var start = _at;
        ulong head = 0, tail = 0;
        var count = 0;
        while (count <= 8 && start + count + Vector128<ushort>.Count <= end)
        {
            var lower = Vector128.LoadUnsafe(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(_text.AsSpan())), (nuint)(start + count)) | Vector128.Create((ushort)0x20);
            var letters = Vector128.LessThan(lower - Vector128.Create((ushort)'a'), Vector128.Create((ushort)26)).ExtractMostSignificantBits();
            var length = System.Numerics.BitOperations.TrailingZeroCount(~letters);
            var packed = Vector128.Narrow(lower, lower).AsUInt64()[0];
            if (length < 8) packed &= (1UL << (8 * length)) - 1;
            if (count == 0) head = packed;
            else tail = packed;
            count += length;
            if (length < 8) break;
        }

        _at = start + count;
        var flags = _pending;
        if (count == 0 || _at >= end || count > 8 || MayContinue(_text[_at])) flags |= ReadSlowly(end, ref head, ref tail, count);
        if (char.IsUpper(_text[start])) flags |= TokenFlags.Capital | (IsAllCapitals(start) ? TokenFlags.AllCapitals : 0);
        var mixed = WordKey.Mix(head, tail);
        var lex = _lexicon.Find(mixed);
        if (lex == 0 && (flags & TokenFlags.Possessive) != 0) lex = _lexicon.Find(WordKey.Of(_text.AsSpan(start, _at - start - 2)).Mixed);
        Emit(start, flags, TokenKind.Word, (uint)(mixed >> 32), lex);
    }

    private static bool MayContinue(char c) => c >= 128 || c == '\'' || char.IsAsciiLetter(c);

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

        Emit(start, flags, TokenKind.Number, 0, 0);
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
        Emit(start, _pending, TokenKind.Mark, 0xFFFF, 0);
    }

    private void ReadMark(int end)
    {
        var start = _at;
        var length = Placeholder.LengthAt(_text.AsSpan(_at, end - _at));
        if (length > 0)
        {
            _at += length;
            Emit(start, _pending, TokenKind.Placeholder, 0, 0);
            return;
        }

        var c = _text[_at++];
        if (c == '\\' && _at < end && _text[_at] is 'n' or 'r' or 't')
        {
            // A line break that was escaped once too often on its way here.
            _pending |= _text[_at++] == 't' ? TokenFlags.Gap : TokenFlags.Gap | TokenFlags.NewLine;
            return;
        }

        Emit(start, _pending, TokenKind.Mark, CharFold.Mark(c), 0);
        if (c is '@' or '＠' or ':' && MayTell(c, start, end)) _document.Hits.Add(_document.Tokens.Count - 1);
    }

    /// <summary>An @ or colon between two characters that could be an address; any other starts no rule.</summary>
    private readonly bool MayTell(char mark, int start, int end)
    {
        if (_at >= end) return false;
        if (mark == ':' && _text[_at] is '/' or ':') return true;
        return start > 0 && !char.IsWhiteSpace(_text[start - 1]) && _text[start - 1] != mark && (_text[_at] >= 128 || char.IsLetterOrDigit(_text[_at]));
    }

    private void Emit(int start, TokenFlags flags, TokenKind kind, uint hash, ushort lex)
    {
        ref var token = ref _document.Tokens.Add();
        token.Start = start;
        token.End = _at;
        token.Hash = hash;
        token.Lex = lex;
        token.Kind = kind;
        token.Flags = flags;
        _pending = TokenFlags.None;
        if (kind == TokenKind.Word && _at - start == 1 && _text[start] is not ('a' or 'I' or 'A')) _document.Letters.Add(_document.Tokens.Count - 1);
        if (kind == TokenKind.Number || (lex != 0 && _lexicon.IsTrigger(lex))) _document.Hits.Add(_document.Tokens.Count - 1);
    }
}
