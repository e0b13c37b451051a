namespace Orchestrator.Core.Redaction.Language;

/// <summary>Cue phrases as a tree over word indexes.</summary>
internal sealed class PhraseTree
{
    private readonly Dictionary<int, int> _steps = [];
    private readonly List<Cue?> _ends = [null];

    /// <summary>The node after a word, 0 when no phrase goes on so.</summary>
    public int Step(int node, ushort lex) => _steps.GetValueOrDefault((node << 16) | lex);

    public Cue? EndOf(int node) => _ends[node];

    public void Add(ReadOnlySpan<ushort> words, Cue cue)
    {
        var node = 0;
        foreach (var word in words)
        {
            var key = (node << 16) | word;
            if (!_steps.TryGetValue(key, out var next))
            {
                next = _ends.Count;
                _ends.Add(null);
                _steps.Add(key, next);
            }

            node = next;
        }

        _ends[node] = cue;
    }
}
