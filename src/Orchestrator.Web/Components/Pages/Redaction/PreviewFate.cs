namespace Orchestrator.Web.Components.Pages.Redaction;

/// <summary>What becomes of a value.</summary>
public enum PreviewFate
{
    Hidden,

    /// <summary>Found, and left readable by the rules.</summary>
    Kept,

    /// <summary>In a comparison: hidden on this side only.</summary>
    OnlyHere,

    /// <summary>In a comparison: hidden on both sides, in another way.</summary>
    Otherwise,
}
