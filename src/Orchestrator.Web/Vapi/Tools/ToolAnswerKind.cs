namespace Orchestrator.Web.Vapi.Tools;

public enum ToolAnswerKind
{
    /// <summary>An outcome, refusals of the clinic's rules included.</summary>
    Result,

    /// <summary>Unknown tool or a technical failure.</summary>
    Error,
}
