namespace Orchestrator.Core.Redaction.Language;

/// <summary>Recognisers by length, so that a value is tried only against forms of its own length.</summary>
internal sealed class ShapeTable
{
    private readonly Recogniser[][] _byLength;

    public ShapeTable(IEnumerable<Recogniser> recognisers)
    {
        var all = recognisers.ToArray();
        Longest = all.Length == 0 ? 0 : all.Max(r => r.Shape.Length);
        _byLength = [.. Enumerable.Range(0, Longest + 1).Select(length => all.Where(r => r.Shape.Length == length).OrderByDescending(r => r.Score).ToArray())];
    }

    public int Longest { get; }

    public ReadOnlySpan<Recogniser> OfLength(int length) => length <= Longest ? _byLength[length] : [];
}
