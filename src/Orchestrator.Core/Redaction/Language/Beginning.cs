namespace Orchestrator.Core.Redaction.Language;

/// <summary>The forms that a value with certain first two characters may have.</summary>
internal sealed class Beginning
{
    private readonly Recogniser[][] _byLength;
    private readonly Sketch[] _sketches;

    /// <param name="forms">The more certain ones first.</param>
    public Beginning(Recogniser[] forms)
    {
        _byLength = new Recogniser[forms.Max(form => form.Shape.Length) + 1][];
        for (var length = 0; length < _byLength.Length; length++) _byLength[length] = Array.FindAll(forms, form => form.Shape.Length == length);
        _sketches = [.. forms.Select(form => new Sketch(form.Shape.LettersOnly, form.Shape.DigitsOnly, form.Shape.Length)).Distinct()];
        foreach (var form in forms)
        {
            Lengths |= 1UL << form.Shape.Length;
            if (form.Alone != Standing.Solid) LooseLengths |= 1UL << form.Shape.Length;
        }
    }

    /// <summary>The lengths that the value may have, one bit each.</summary>
    public ulong Lengths { get; }

    /// <summary>The lengths among them that it may have when it is written with gaps.</summary>
    public ulong LooseLengths { get; }

    public ReadOnlySpan<Recogniser> Of(int length) => length < _byLength.Length ? _byLength[length] : [];

    /// <summary>False when no form has letters and digits where the value has them.</summary>
    /// <param name="letters">One bit for each letter of the value.</param>
    /// <param name="count">Characters at most.</param>
    public bool MayHave(ulong letters, int count)
    {
        foreach (var sketch in _sketches)
        {
            if (sketch.Length <= count && (letters & sketch.Digits) == 0 && (~letters & sketch.Letters) == 0) return true;
        }

        return false;
    }

    /// <summary>Where a form has only letters, and where only digits.</summary>
    private readonly record struct Sketch(ulong Letters, ulong Digits, int Length);
}
