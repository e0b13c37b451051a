namespace Orchestrator.Core.Redaction.Language;

/// <summary>Cue phrases as a tree over word indexes, in one open-addressed table.</summary>
internal sealed class PhraseTree
{
    private readonly List<Cue?> _ends = [null];
    private readonly Dictionary<int, int> _built = [];
    private int[] _keys = new int[2];
    private int[] _nodes = new int[2];
    private readonly ulong[] _pairs = new ulong[256];
    private Cue?[] _cues = [null];

    /// <summary>The node after a word, 0 when no phrase goes on so.</summary>
    public int Step(int node, ushort lex)
    {
        var key = (node << 16) | lex;
        var mask = _keys.Length - 1;
        for (var slot = Slot(key) & mask; ; slot = (slot + 1) & mask)
        {
            if (_keys[slot] == key) return _nodes[slot];
            if (_keys[slot] == 0) return 0;
        }
    }

    /// <summary>False when no phrase begins with these two words.</summary>
    public bool MayBegin(ushort first, ushort second)
    {
        var pair = Pair(first, second);
        return (_pairs[pair >> 6] >> (int)(pair & 63) & 1) != 0;
    }

    public Cue? EndOf(int node) => _cues[node];

    public void Add(ReadOnlySpan<ushort> words, Cue cue)
    {
        if (words.Length > 1)
        {
            var pair = Pair(words[0], words[1]);
            _pairs[pair >> 6] |= 1UL << (int)(pair & 63);
        }

        var node = 0;
        foreach (var word in words)
        {
            var key = (node << 16) | word;
            if (!_built.TryGetValue(key, out var next))
            {
                next = _ends.Count;
                _ends.Add(null);
                _built.Add(key, next);
            }

            node = next;
        }

        _ends[node] = cue;
    }

    /// <summary>To be called once all phrases are in.</summary>
    public void Freeze()
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(_built.Count * 3) + 2);
        _keys = new int[size];
        _nodes = new int[size];
        foreach (var (key, node) in _built)
        {
            var slot = Slot(key) & (size - 1);
            while (_keys[slot] != 0) slot = (slot + 1) & (size - 1);
            (_keys[slot], _nodes[slot]) = (key, node);
        }

        _cues = [.. _ends];
    }

    private static uint Pair(ushort first, ushort second) => ((first * 0x9E3779B1u) ^ (second * 0x85EBCA6Bu)) >> 18;

    private static int Slot(int key) => (int)(((uint)key * 0x9E3779B1u) >> 12);
}
