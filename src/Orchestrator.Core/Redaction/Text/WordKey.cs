namespace Orchestrator.Core.Redaction.Text;

/// <summary>
/// A folded word: lower case, no accents, no apostrophes, its first sixteen letters packed. Longer words fold their
/// tail into the second half, so equal words have equal keys and different ones hardly ever do.
/// </summary>
internal readonly record struct WordKey(ulong Head, ulong Tail)
{
    /// <summary>The bit in each of eight letters that tells a small one from a capital.</summary>
    public const ulong CaseBits = 0x2020202020202020;

    /// <summary>Letters that are packed; the rest is only folded in.</summary>
    public const int Letters = 16;

    public ulong Mixed => Mix(Head, Tail);

    public uint Hash => (uint)(Mixed >> 32);

    /// <summary>One number for the word. Its upper bits are the better ones.</summary>
    public static ulong Mix(ulong head, ulong tail) => (head * 0x9E3779B97F4A7C15UL) ^ (tail * 0xC2B2AE3D27D4EB4FUL);

    public static WordKey Of(ReadOnlySpan<char> word)
    {
        ulong head = 0, tail = 0;
        var count = 0;
        foreach (var c in word)
        {
            var letter = CharFold.Letter(c);
            if (letter == 0)
            {
                if (CharFold.Kind(c) is not (CharKind.Letter or CharKind.OtherLetter)) continue;
                letter = (byte)(0x80 | (c & 0x7F));
            }

            Append(ref head, ref tail, count++, letter);
        }

        return new WordKey(head, tail);
    }

    public static void Append(ref ulong head, ref ulong tail, int index, byte letter)
    {
        if (index < 8) head |= (ulong)letter << (8 * index);
        else if (index < 16) tail |= (ulong)letter << (8 * (index - 8));
        else tail = (tail * 31) + letter + 1;
    }
}
