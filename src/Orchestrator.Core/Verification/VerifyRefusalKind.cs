namespace Orchestrator.Core.Verification;

public enum VerifyRefusalKind
{
    HoldNotFound,
    HoldExpired,

    /// <summary>No code is live: never sent, refused, or run out. No guess was spent.</summary>
    NoCode,

    Wrong,

    /// <summary>The last guess was wrong, or was before: staff confirm.</summary>
    Locked,
}
