namespace Orchestrator.Core.Redaction.Language;

/// <summary>Recognisers by length and first two characters, so that a value is tried only against forms that it may have.</summary>
internal sealed class ShapeTable
{
    private const int Characters = 36;
    private const int Pairs = Characters * Characters;

    private readonly Recogniser[][] _forms;
    private readonly ulong[] _lengths = new ulong[Pairs];
    private readonly Sketch[]?[] _sketches = new Sketch[Pairs][];
    private readonly ulong[] _loose = new ulong[Pairs];

    public ShapeTable(IEnumerable<Recogniser> recognisers)
    {
        var all = recognisers.OrderByDescending(r => r.Score).ToArray();
        Longest = all.Length == 0 ? 0 : all.Max(r => r.Shape.Length);
        _forms = new Recogniser[(Longest + 1) * Pairs][];
        Array.Fill(_forms, []);
        for (var pair = 0; pair < Pairs; pair++)
        {
            var begun = Array.FindAll(all, r => r.Shape.MayBeginWith(pair / Characters, pair % Characters));
            if (begun.Length > 0) Add(pair, begun);
        }
    }

    public int Longest { get; }

    /// <summary>The lengths that a value with these first characters may have, one bit each.</summary>
    public ulong LengthsOf(ReadOnlySpan<byte> value) => value.Length < 2 ? 0 : _lengths[PairOf(value)];

    /// <summary>The lengths among them that a value written with gaps may have.</summary>
    public ulong LooseLengthsOf(ReadOnlySpan<byte> value) => value.Length < 2 ? 0 : _loose[PairOf(value)];

    /// <summary>False when no form has letters and digits where the value has them, whatever its length.</summary>
    /// <param name="letters">One bit for each letter of the value.</param>
    public bool MayBegin(ReadOnlySpan<byte> value, ulong letters)
    {
        if (value.Length < 2) return false;
        foreach (var sketch in _sketches[PairOf(value)] ?? [])
        {
            if (sketch.Length <= value.Length && (letters & sketch.Digits) == 0 && (~letters & sketch.Letters) == 0) return true;
        }

        return false;
    }

    public ReadOnlySpan<Recogniser> Of(ReadOnlySpan<byte> value) =>
        value.Length < 2 || value.Length > Longest ? [] : _forms[(value.Length * Pairs) + PairOf(value)];

    private static int PairOf(ReadOnlySpan<byte> value) => (IndexOf(value[0]) * Characters) + IndexOf(value[1]);

    private static int IndexOf(byte c) => c <= '9' ? c - '0' : c - 'A' + 10;

    private void Add(int pair, Recogniser[] begun)
    {
        _sketches[pair] = [.. begun.Select(r => new Sketch(r.Shape.LettersOnly, r.Shape.DigitsOnly, r.Shape.Length)).Distinct()];
        foreach (var form in begun)
        {
            ref var forms = ref _forms[(form.Shape.Length * Pairs) + pair];
            forms = [.. forms, form];
            _lengths[pair] |= 1UL << form.Shape.Length;
            if (form.Alone != Standing.Solid) _loose[pair] |= 1UL << form.Shape.Length;
        }
    }

    /// <summary>Where a form has only letters, and where only digits.</summary>
    private readonly record struct Sketch(ulong Letters, ulong Digits, int Length);
}
