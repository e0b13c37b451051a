namespace Orchestrator.Core.Calls;

public enum CallDirection
{
    /// <summary>A web call, a chat, or not said.</summary>
    Unknown,

    /// <summary>Somebody rang the clinic.</summary>
    Inbound,

    /// <summary>The clinic's agent rang somebody.</summary>
    Outbound,
}
