namespace Orchestrator.Core.Redaction.Language;

/// <summary>Recognisers by length and first two characters, so that a value is tried only against forms that it may have.</summary>
internal sealed class ShapeTable
{
    private const int Characters = 36;
    private const int Pairs = Characters * Characters;

    private readonly Recogniser[][] _forms;
    private readonly ulong[] _lengths = new ulong[Pairs];
    private readonly Sketch[][] _sketches = new Sketch[Pairs][];
    private readonly ulong[] _loose = new ulong[Pairs];

    public ShapeTable(IEnumerable<Recogniser> recognisers)
    {
        var all = recognisers.OrderByDescending(r => r.Score).ToArray();
        Longest = all.Length == 0 ? 0 : all.Max(r => r.Shape.Length);
        _forms = new Recogniser[(Longest + 1) * Pairs][];
        Array.Fill(_forms, []);
        for (var pair = 0; pair < Pairs; pair++) _sketches[pair] = [.. all.Where(r => r.Shape.MayBeginWith(pair / Characters, pair % Characters)).Select(r => Sketch.Of(r.Shape)).Distinct()];
        foreach (var byLength in all.GroupBy(r => r.Shape.Length))
        {
            for (var pair = 0; pair < Pairs; pair++)
            {
                Recogniser[] forms = [.. byLength.Where(r => r.Shape.MayBeginWith(pair / Characters, pair % Characters))];
                if (forms.Length == 0) continue;
                _forms[(byLength.Key * Pairs) + pair] = forms;
                _lengths[pair] |= 1UL << byLength.Key;
                if (Array.Exists(forms, form => form.Alone != Standing.Solid)) _loose[pair] |= 1UL << byLength.Key;
            }
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
        foreach (var sketch in _sketches[PairOf(value)])
        {
            if (sketch.Length <= value.Length && (letters & sketch.Digits) == 0 && (~letters & sketch.Letters) == 0) return true;
        }

        return false;
    }

    public ReadOnlySpan<Recogniser> Of(ReadOnlySpan<byte> value) =>
        value.Length < 2 || value.Length > Longest ? [] : _forms[(value.Length * Pairs) + PairOf(value)];

    private static int PairOf(ReadOnlySpan<byte> value) => (IndexOf(value[0]) * Characters) + IndexOf(value[1]);

    private static int IndexOf(byte c) => c <= '9' ? c - '0' : c - 'A' + 10;

    /// <summary>Where a form has only letters, and where only digits.</summary>
    private readonly record struct Sketch(ulong Letters, ulong Digits, int Length)
    {
        public static Sketch Of(Shape shape) => new(shape.LettersOnly, shape.DigitsOnly, shape.Length);
    }
}
