namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>What stands between two numbers of a run.</summary>
internal enum Separator : byte
{
    None,
    Space,
    Dash,
    Dot,
    Slash,
    Comma,
    Pause,

    /// <summary>"no wait": the rest of the number is said again.</summary>
    Correction,
}
