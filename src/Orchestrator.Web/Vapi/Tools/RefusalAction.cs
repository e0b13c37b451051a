namespace Orchestrator.Web.Vapi.Tools;

/// <summary>What the agent should do after a refusal.</summary>
public enum RefusalAction
{
    /// <summary>Try the same again. Sent as <c>RETRY</c>.</summary>
    Retry,

    /// <summary>Name other times or people. Sent as <c>OFFER_ALTERNATIVES</c>.</summary>
    OfferAlternatives,

    /// <summary>Ask the caller to say it again or otherwise. Sent as <c>ASK_AGAIN</c>.</summary>
    AskAgain,

    /// <summary>A person has to help. Sent as <c>ESCALATE</c>.</summary>
    Escalate,
}
