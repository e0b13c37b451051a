namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>The atoms that stand together in one place, and their letters and digits in one row.</summary>
internal readonly ref struct AtomRun(ReadOnlySpan<Atom> atoms, ReadOnlySpan<byte> value)
{
    public readonly ReadOnlySpan<Atom> Atoms = atoms;
    public readonly ReadOnlySpan<byte> Value = value;

    /// <summary>One bit for each character of the value that is a letter.</summary>
    public readonly ulong Letters = LettersOf(atoms);

    public int Count => Atoms.Length;

    public ref readonly Atom this[int index] => ref Atoms[index];

    public int CountOf(int first, int last) => Atoms[last].Start + Atoms[last].Count - Atoms[first].Start;

    public int DigitsOf(int first, int last)
    {
        var digits = 0;
        for (var i = first; i <= last; i++)
        {
            if (!Atoms[i].Letters) digits += Atoms[i].Count;
        }

        return digits;
    }

    public bool HasLetters(int first, int last) => DigitsOf(first, last) < CountOf(first, last);

    public bool IsSolid(int first, int last)
    {
        for (var i = first + 1; i <= last; i++)
        {
            if (!Atoms[i].Glued) return false;
        }

        return true;
    }

    private static ulong LettersOf(ReadOnlySpan<Atom> atoms)
    {
        var letters = 0UL;
        foreach (ref readonly var atom in atoms)
        {
            if (atom.Letters) letters |= ((1UL << atom.Count) - 1) << atom.Start;
        }

        return letters;
    }
}
