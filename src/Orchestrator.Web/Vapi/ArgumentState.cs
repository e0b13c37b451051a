namespace Orchestrator.Web.Vapi;

public enum ArgumentState
{
    /// <summary>Absent, null, blank, the words "null" or "undefined", or a template that was never filled in.</summary>
    Missing,

    /// <summary>Text, or a number in its JSON spelling.</summary>
    Given,

    /// <summary>An array, object or truth value (no argument is one), text that cannot be stored, or far too long.</summary>
    Unusable,
}
