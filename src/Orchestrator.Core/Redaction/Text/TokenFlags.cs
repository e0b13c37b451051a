namespace Orchestrator.Core.Redaction.Text;

[Flags]
internal enum TokenFlags : byte
{
    None = 0,
    Gap = 1,
    NewLine = 2,
    Capital = 4,
    AllCapitals = 8,
    Possessive = 16,

    /// <summary>Holds characters beyond ASCII: accents, full-width digits, zero-width joins.</summary>
    Folded = 32,
    TurnStart = 64,

    /// <summary>A word that the lexicon does not have, or has as a first name.</summary>
    MayBeName = 128,
}
