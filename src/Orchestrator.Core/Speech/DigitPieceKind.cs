namespace Orchestrator.Core.Speech;

internal enum DigitPieceKind
{
    /// <summary>Digits that were certainly said.</summary>
    Digits,

    /// <summary>A word that sounds like the digit in the text.</summary>
    Homophone,

    /// <summary>Takes back what was said before.</summary>
    Correction,

    /// <summary>A number word that promises digits and does not give them ("double" before no digit).</summary>
    Broken,

    Word,
    Mark,
}
