namespace Orchestrator.Core.Calls;

/// <summary>How somebody talks to the agent.</summary>
public enum CallChannel
{
    /// <summary>Speech: by telephone, or by a browser's microphone.</summary>
    Call,

    /// <summary>Typed text. There is no caller's number.</summary>
    Chat,
}
