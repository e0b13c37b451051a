namespace Orchestrator.Web.Vapi.Tools;

/// <summary>Answers that no tool has to make itself. Rendered once.</summary>
public static class Refusals
{
    /// <summary>The cause is in the log; the caller hears that it may work in a moment.</summary>
    public static ToolAnswer TemporarilyUnavailable { get; } = ToolAnswerWriter
        .Failed(ToolCodes.TemporarilyUnavailable, "That is temporarily unavailable, please try again.", RefusalAction.Retry)
        .Done();

    public static ToolAnswer UnknownTool { get; } = ToolAnswerWriter
        .Failed(ToolCodes.UnknownTool, "I am not able to do that.", RefusalAction.Escalate)
        .Done();

    /// <summary>Cut-off or garbled arguments, or a call without a usable id.</summary>
    public static ToolAnswer Unreadable { get; } = ToolAnswerWriter
        .Refused(ToolCodes.InvalidArgument, "I did not get all of that. Could you say it once more?", RefusalAction.AskAgain)
        .Done();
}
