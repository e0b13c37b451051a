namespace Orchestrator.Core.Verification;

/// <summary>How a code reaches its phone.</summary>
public enum CodeChannel
{
    Text,

    /// <summary>A call that says it: for phones that get no texts, where the installation allows it.</summary>
    Voice,
}
