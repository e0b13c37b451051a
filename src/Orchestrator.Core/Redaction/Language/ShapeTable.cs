namespace Orchestrator.Core.Redaction.Language;

/// <summary>Recognisers by first two characters, so that a value is tried only against forms that it may have.</summary>
internal sealed class ShapeTable
{
    private const int Characters = 36;

    private readonly Beginning?[] _beginnings = new Beginning?[Characters * Characters];

    public ShapeTable(IEnumerable<Recogniser> recognisers)
    {
        var all = recognisers.OrderByDescending(r => r.Score).ToArray();
        Longest = all.Length == 0 ? 0 : all.Max(r => r.Shape.Length);
        for (var pair = 0; pair < _beginnings.Length; pair++)
        {
            var begun = Array.FindAll(all, r => r.Shape.MayBeginWith(pair / Characters, pair % Characters));
            if (begun.Length > 0) _beginnings[pair] = new Beginning(begun);
        }
    }

    public int Longest { get; }

    /// <summary>The forms of a value that begins so; null when there are none.</summary>
    public Beginning? At(ReadOnlySpan<byte> value) => value.Length < 2 ? null : _beginnings[(IndexOf(value[0]) * Characters) + IndexOf(value[1])];

    public ReadOnlySpan<Recogniser> Of(ReadOnlySpan<byte> value) => At(value) is { } beginning ? beginning.Of(value.Length) : [];

    private static int IndexOf(byte c) => c <= '9' ? c - '0' : c - 'A' + 10;
}
