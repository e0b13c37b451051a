namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>One printed number or one spoken one ("double oh", "forty seven", "nine hundred"), as digits.</summary>
internal struct NumberItem
{
    public int First;
    public int Last;
    public int DigitStart;
    public int DigitCount;
    public Separator Before;

    /// <summary>Said as a word, or a digit on its own as some recognisers write what was read out.</summary>
    public bool Spoken;

    /// <summary>A spoken quantity such as "forty seven", not a digit read out.</summary>
    public bool Quantity;

    /// <summary>A guard knows it for money, a dose, a time or part of a date.</summary>
    public bool Barred;

    /// <summary>Part of a date, which another cue might still claim.</summary>
    public bool InDate;
}
