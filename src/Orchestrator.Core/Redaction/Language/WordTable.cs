using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Orchestrator.Core.Redaction.Language;

/// <summary>
/// Words by key. Every key has a slot that no other one has (found when the table is made, bucket by bucket), so a look-up
/// is two loads and one comparison.
/// </summary>
internal sealed class WordTable
{
    private const int LeastSlots = 4096;
    private const int LowestShift = 8;
    private const int HighestShift = 40;
    private static readonly LexiconWord Unknown = new(0, WordHints.Name);

    private readonly Slot[] _slots;
    private readonly ushort[] _moves;
    private readonly int _bucketShift;
    private readonly int _shift;

    public WordTable(IReadOnlyCollection<KeyValuePair<ulong, LexiconWord>> words)
    {
        for (var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(LeastSlots, words.Count * 2)); ; size *= 2)
        {
            _moves = new ushort[size / 8];
            _bucketShift = 64 - System.Numerics.BitOperations.Log2((uint)_moves.Length);
            var buckets = words.GroupBy(word => word.Key >> _bucketShift).OrderByDescending(bucket => bucket.Count()).Select(bucket => bucket.ToArray()).ToArray();
            for (_shift = HighestShift; _shift >= LowestShift; _shift--)
            {
                _slots = new Slot[size];
                if (Array.TrueForAll(buckets, Place)) return;
            }
        }
    }

    /// <summary>The table as it is used in a loop.</summary>
    public Reader Read() => new(this);

    /// <summary>The word, or one of index 0 that may be a name.</summary>
    public LexiconWord Look(ulong key) => Read().Look(key);

    /// <summary>Moves the bucket's words together until each falls on a free slot.</summary>
    private bool Place(KeyValuePair<ulong, LexiconWord>[] bucket)
    {
        for (var move = 0; move < _slots.Length; move++)
        {
            var taken = 0;
            while (taken < bucket.Length && _slots[SlotOf(bucket[taken].Key, move)].Key == 0)
            {
                _slots[SlotOf(bucket[taken].Key, move)] = new Slot(bucket[taken].Key, bucket[taken].Value);
                taken++;
            }

            if (taken == bucket.Length)
            {
                _moves[bucket[0].Key >> _bucketShift] = (ushort)move;
                return true;
            }

            for (var i = 0; i < taken; i++) _slots[SlotOf(bucket[i].Key, move)] = default;
        }

        return false;
    }

    private int SlotOf(ulong key, int move) => ((int)(key >> _shift) ^ move) & (_slots.Length - 1);

    /// <summary>The parts of the table at hand, since a loop that goes through the objects spends its time there.</summary>
    public readonly ref struct Reader(WordTable table)
    {
        private readonly ref Slot _slots = ref MemoryMarshal.GetArrayDataReference(table._slots);
        private readonly ref ushort _moves = ref MemoryMarshal.GetArrayDataReference(table._moves);
        private readonly int _mask = table._slots.Length - 1;
        private readonly int _bucketShift = table._bucketShift;
        private readonly int _shift = table._shift;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public LexiconWord Look(ulong key)
        {
            var move = Unsafe.Add(ref _moves, (nint)(key >> _bucketShift));
            ref var slot = ref Unsafe.Add(ref _slots, (nint)(uint)(((int)(key >> _shift) ^ move) & _mask));
            return slot.Key == key ? slot.Word : Unknown;
        }
    }

    internal readonly record struct Slot(ulong Key, LexiconWord Word);
}
