namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>A phrase of the text with its role. What the numbers mean depends on the kind; <see cref="WhenWords"/> and <see cref="WhenLexer"/> say.</summary>
internal readonly record struct Term(TermKind Kind, int Value = 0, int Second = 0, int Third = 0)
{
    /// <summary>Figures as written, with leading zeros; empty for words.</summary>
    public string Figures { get; init; } = "";

    /// <summary>Whether a comma or the like stands before it.</summary>
    public bool AfterPause { get; init; }

    public bool IsWritten => Figures.Length > 0;
}
