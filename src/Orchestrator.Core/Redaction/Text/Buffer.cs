using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Orchestrator.Core.Redaction.Text;

/// <summary>A list whose array is kept between texts and handed out by reference.</summary>
internal sealed class Buffer<T>(int capacity = 64)
{
    private T[] _items = new T[capacity];

    public int Count { get; private set; }

    public ref T this[int index] => ref _items[index];

    public Span<T> Span => _items.AsSpan(0, Count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Add()
    {
        if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
        return ref _items[Count++];
    }

    public void Add(T item) => Add() = item;

    /// <summary>
    /// The place behind the last item, with room for so many more. Who writes there tells by <see cref="ExtendTo"/> how far.
    /// </summary>
    public ref T Room(int more)
    {
        if (Count + more > _items.Length) Array.Resize(ref _items, Math.Max(Count + more, _items.Length * 2));
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_items), Count);
    }

    public void ExtendTo(int count) => Count = count;

    public void TruncateTo(int count) => Count = count;

    /// <summary>Forgets the items, and the array too once a very long text has made it large.</summary>
    public void Clear()
    {
        Count = 0;
        if (_items.Length > 1 << 18) _items = new T[capacity];
    }
}
