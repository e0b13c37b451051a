namespace Orchestrator.Core.Redaction;

/// <summary>Why a policy cannot be made.</summary>
public enum PolicyRefusal
{
    /// <summary>Card numbers, security codes and one-time codes cannot be kept or shown in part.</summary>
    NeverKept,

    /// <summary>No preset of that name.</summary>
    UnknownPreset,

    /// <summary>An override names no type that the engine knows.</summary>
    UnknownType,

    /// <summary>An override names no action that the engine knows.</summary>
    UnknownAction,

    /// <summary>A term is shorter than two or longer than 80 characters, or holds control characters.</summary>
    BadTerm,

    /// <summary>More than 500 terms that stay, or that are hidden.</summary>
    TooManyTerms,

    /// <summary>A term is to stay and to be hidden.</summary>
    Contradiction,
}
