using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orchestrator.Core.Redaction.Text;

/// <summary>
/// A text narrowed to bytes (255 for anything that does not fit) with one bit per character that tells ASCII letters, so
/// that a word is measured and packed in a few instructions.
/// </summary>
internal sealed class AsciiMap
{
    private const int Block = 64;
    private const int Padding = 2 * Block;
    private const int LargestKept = 1 << 20;

    private byte[] _bytes = new byte[4096 + Padding];
    private int _used;
    private ulong[] _letters = new ulong[(4096 / Block) + 4];

    public byte this[int at] => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), at);

    /// <summary>The first byte; behind the text follow at least sixteen that are zero.</summary>
    public ref byte First => ref MemoryMarshal.GetArrayDataReference(_bytes);

    public void Read(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        _used = text.Length;
        var whole = text.Length / Block;
        for (var block = 0; block < whole; block++) _letters[block] = ReadBlock(text, block * Block);
        Span<char> rest = stackalloc char[Block];
        rest.Clear();
        text[(whole * Block)..].CopyTo(rest);
        _letters[whole] = ReadBlock(rest, 0, whole * Block);
        _letters[whole + 1] = 0;
        _bytes.AsSpan((whole + 1) * Block, Block).Clear();
    }

    /// <summary>How many ASCII letters stand from here on, 64 for any more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int LettersAt(int at)
    {
        ref var block = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_letters), at >> 6);
        var shift = at & 63;
        return System.Numerics.BitOperations.TrailingZeroCount(~((block >> shift) | (Unsafe.Add(ref block, 1) << 1 << (63 - shift))));
    }

    /// <summary>The engine outlives the call; raw text must not.</summary>
    public void Clear()
    {
        if (_bytes.Length > LargestKept)
        {
            _bytes = new byte[4096 + Padding];
            _letters = new ulong[(4096 / Block) + 4];
        }
        else
        {
            Array.Clear(_bytes, 0, _used);
        }

        _used = 0;
    }

    private void Reserve(int length)
    {
        if (_bytes.Length >= length + Padding) return;
        _bytes = new byte[length + (length / 4) + Padding];
        _letters = new ulong[(_bytes.Length / Block) + 4];
    }

    private ulong ReadBlock(ReadOnlySpan<char> text, int from) => ReadBlock(text, from, from);

    private ulong ReadBlock(ReadOnlySpan<char> text, int from, int to)
    {
        ref var source = ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), from));
        ref var target = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bytes), to);
        return ReadHalf(ref source, ref target) | ((ulong)ReadHalf(ref Unsafe.Add(ref source, 32), ref Unsafe.Add(ref target, 32)) << 32);
    }

    private static uint ReadHalf(ref ushort source, ref byte target)
    {
        var bytes = Vector256.NarrowWithSaturation(Vector256.LoadUnsafe(ref source), Vector256.LoadUnsafe(ref source, 16));
        bytes.StoreUnsafe(ref target);
        var fromA = (bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a');
        return Vector256.LessThan(fromA, Vector256.Create((byte)26)).ExtractMostSignificantBits();
    }
}
