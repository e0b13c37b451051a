namespace Orchestrator.Core.Redaction.Language;

/// <summary>When a shape counts without a cue.</summary>
internal enum Standing
{
    Never,

    /// <summary>When its checksum, if it has one, holds.</summary>
    Always,

    /// <summary>When it is also written in its usual groups.</summary>
    Grouped,

    /// <summary>When it is written in one piece, without gaps.</summary>
    Solid,
}
