namespace Orchestrator.Core.Calls;

/// <summary>Takes notes of tool calls for people to read.</summary>
public interface IToolCallJournal
{
    /// <summary>Never waits and never fails: it is called between an answer and its sending.</summary>
    void Note(ToolCallNote note);
}
