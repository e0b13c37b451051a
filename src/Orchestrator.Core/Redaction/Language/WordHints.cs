namespace Orchestrator.Core.Redaction.Language;

/// <summary>What the reader of a text needs to know of a word at once.</summary>
[Flags]
internal enum WordHints : ushort
{
    None = 0,

    /// <summary>May begin a cue, a number or a date.</summary>
    Noted = 1,

    /// <summary>A rule starts from it once all cues are noted.</summary>
    Judged = 2,

    /// <summary>A first name, or a word that the lexicon does not have; where <see cref="Text.Token.Rest"/> has <see cref="Text.TokenFlags.MayBeName"/>.</summary>
    Name = 0x8000,
}
