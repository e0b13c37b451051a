namespace Orchestrator.Web.Identity;

public enum SignInOutcome
{
    SignedIn,

    /// <summary>Unknown, wrong, locked or disabled: a stranger learns no more than that.</summary>
    Refused,
}
