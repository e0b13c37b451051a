namespace Orchestrator.Web.Vapi;

/// <summary>One tool call as the message's lists together describe it.</summary>
internal sealed class ToolCall(string id)
{
    /// <summary>Echoed exactly.</summary>
    public string Id { get; } = id;

    /// <summary>Whether an answer can be remembered under <see cref="Id"/>; a call that cannot is not run.</summary>
    public bool IsRunnable { get; } = JsonText.IsId(id);

    public string? Name { get; set; }

    /// <summary>Null until one of the lists names some.</summary>
    public ToolArguments? Arguments { get; set; }
}
