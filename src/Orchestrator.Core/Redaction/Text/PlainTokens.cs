using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Orchestrator.Core.Redaction.Language;

namespace Orchestrator.Core.Redaction.Text;

/// <summary>
/// Reads what most of any text is: words of up to sixteen ASCII letters, ASCII digits, marks that begin nothing of their
/// own, and spaces between them. A word is measured, folded, packed and looked up as a whole.
/// </summary>
internal sealed class PlainTokens(Document document, Lexicon lexicon, TokenWriter writer)
{
    /// <summary>Tokens to have room for at a time, so that the loop need not ask for each.</summary>
    private const int Most = 64;

    /// <summary>Masks that keep the first letters of sixteen: two for each length.</summary>
    private static readonly ulong[] Kept = KeptLetters();

    private static readonly MarkKind[] Marks = KindsOfMarks();

    /// <summary>What a byte that is no letter, digit or space stands for.</summary>
    private enum MarkKind : byte
    {
        Other,
        Plain,
        At,

        /// <summary>May end a speaker's label.</summary>
        Colon,
    }

    /// <summary>Reads from one place on; gives the first that is nothing plain, or that only further reading can tell.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Read(int at, int end)
    {
        var map = document.Map;
        var words = lexicon.Words.Read();
        ref var bytes = ref map.First;
        ref var marks = ref MemoryMarshal.GetArrayDataReference(Marks);
        ref var kept = ref MemoryMarshal.GetArrayDataReference(Kept);
        int first = document.Tokens.Count, count = 0, hits = 0;
        ref var token = ref document.Tokens.Room(Most);
        ref var hit = ref document.Hits.Room(Most + 1);
        var pending = (uint)writer.Pending;
        while (at < end && count < Most)
        {
            nint length = map.LettersAt(at);
            token.Start = at;
            if (length == 0)
            {
                var mark = Unsafe.Add(ref bytes, at);
                if (mark == ' ')
                {
                    pending |= (uint)TokenFlags.Gap;
                    at++;
                    continue;
                }

                token.Rest = pending << 24;
                if (IsDigit(mark))
                {
                    var stop = at + 1;
                    while (IsDigit(Unsafe.Add(ref bytes, stop))) stop++;
                    if (Unsafe.Add(ref bytes, stop) >= 128) break;
                    at = stop;
                    token.Hash = 0;
                    token.Kind = TokenKind.Number;
                    Unsafe.Add(ref hit, hits++) = first + count;
                }
                else
                {
                    var kind = Unsafe.Add(ref marks, (nint)mark);
                    if (kind == MarkKind.Other || (kind == MarkKind.Colon && writer.LineStart == first + count - 1)) break;
                    at++;
                    token.Hash = mark;
                    token.Kind = TokenKind.Mark;
                    if (kind != MarkKind.Plain && MarkReader.MayTell(document.Text, at - 1, end))
                    {
                        if (kind == MarkKind.At) document.Judged.Add(first + count);
                        else Unsafe.Add(ref hit, hits++) = first + count;
                    }
                }
            }
            else
            {
                var next = Unsafe.Add(ref bytes, at + length);
                if (length > WordKey.Letters || next >= 128 || next == '\'') break;
                ref var mask = ref Unsafe.Add(ref kept, 2 * length);
                ulong head = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, at)) & mask, tail = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref bytes, at + 8)) & Unsafe.Add(ref mask, 1);
                var flags = pending | ((uint)(~head >> 3) & (uint)TokenFlags.Capital);
                if (((head | tail) & WordKey.CaseBits) == 0) flags |= (uint)TokenFlags.AllCapitals;
                var mixed = WordKey.Mix(head | (WordKey.CaseBits & mask), tail | (WordKey.CaseBits & Unsafe.Add(ref mask, 1)));
                var word = words.Look(mixed);
                at += (int)length;
                token.Hash = (uint)(mixed >> 32);
                token.Rest = Token.Pack(word, (TokenFlags)flags);
                Unsafe.Add(ref hit, hits) = first + count;
                hits += (int)word.Hints & (int)WordHints.Noted;
                if ((word.Hints & WordHints.Judged) != 0) document.Judged.Add(first + count);
                if (length == 1 && (byte)head is not ((byte)'a' or (byte)'I' or (byte)'A') && !(pending == 0 && at >= 2 && IsDigit(next) && IsDigit(Unsafe.Add(ref bytes, at - 2)))) document.Letters.Add(first + count);
            }

            token.End = at;
            token = ref Unsafe.Add(ref token, 1);
            count++;
            pending = 0;
            if (Unsafe.Add(ref bytes, at) == ' ')
            {
                pending = (uint)TokenFlags.Gap;
                at++;
            }
        }

        document.Tokens.ExtendTo(first + count);
        document.Hits.ExtendTo(document.Hits.Count + hits);
        writer.Pending = (TokenFlags)pending;
        return at;
    }

    private static bool IsDigit(byte c) => (uint)(c - '0') < 10;

    private static MarkKind[] KindsOfMarks()
    {
        var kinds = new MarkKind[256];
        for (var c = 0; c < 128; c++)
        {
            kinds[c] = (char)c switch
            {
                '@' => MarkKind.At,
                ':' => MarkKind.Colon,
                '[' or '*' or '\\' => MarkKind.Other,
                _ => CharFold.AsciiKind((byte)c) == CharKind.Mark ? MarkKind.Plain : MarkKind.Other,
            };
        }

        return kinds;
    }

    private static ulong[] KeptLetters()
    {
        var kept = new ulong[2 * (WordKey.Letters + 1)];
        for (var length = 0; length <= WordKey.Letters; length++)
        {
            kept[2 * length] = length >= 8 ? ulong.MaxValue : (1UL << (8 * length)) - 1;
            kept[(2 * length) + 1] = length == 16 ? ulong.MaxValue : length <= 8 ? 0 : (1UL << (8 * (length - 8))) - 1;
        }

        return kept;
    }
}
