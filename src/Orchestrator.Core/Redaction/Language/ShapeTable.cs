namespace Orchestrator.Core.Redaction.Language;

/// <summary>Recognisers by length and first character, so that a value is tried only against forms that it may have.</summary>
internal sealed class ShapeTable
{
    private const int Characters = 36;

    private readonly Recogniser[][] _forms;
    private readonly ulong[] _lengths = new ulong[Characters];

    public ShapeTable(IEnumerable<Recogniser> recognisers)
    {
        var all = recognisers.OrderByDescending(r => r.Score).ToArray();
        Longest = all.Length == 0 ? 0 : all.Max(r => r.Shape.Length);
        _forms = new Recogniser[(Longest + 1) * Characters][];
        for (var length = 0; length <= Longest; length++)
        {
            for (var first = 0; first < Characters; first++)
            {
                _forms[(length * Characters) + first] = [.. all.Where(r => r.Shape.Length == length && r.Shape.MayBeginWith(first))];
                if (_forms[(length * Characters) + first].Length > 0) _lengths[first] |= 1UL << length;
            }
        }
    }

    public int Longest { get; }

    /// <summary>The lengths that a value with this first character may have, one bit each.</summary>
    public ulong LengthsOf(byte first)
    {
        var index = first <= '9' ? first - '0' : first - 'A' + 10;
        return (uint)index < Characters ? _lengths[index] : 0;
    }

    public ReadOnlySpan<Recogniser> Of(ReadOnlySpan<byte> value)
    {
        if (value.Length == 0 || value.Length > Longest) return [];
        var first = value[0] <= '9' ? value[0] - '0' : value[0] - 'A' + 10;
        return (uint)first < Characters ? _forms[(value.Length * Characters) + first] : [];
    }
}
