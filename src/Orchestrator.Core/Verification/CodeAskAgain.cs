namespace Orchestrator.Core.Verification;

/// <summary>Why what was heard is not a code. The caller is asked again; no attempt is spent.</summary>
public enum CodeAskAgain
{
    /// <summary>Nothing that could be a digit was heard.</summary>
    NoDigits,

    TooFew,
    TooMany,
}
