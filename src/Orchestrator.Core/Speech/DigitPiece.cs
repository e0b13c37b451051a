namespace Orchestrator.Core.Speech;

/// <summary>A part of a sentence in which digits are read out: the digits, or the word or mark between them.</summary>
internal readonly record struct DigitPiece(DigitPieceKind Kind, string Text);
