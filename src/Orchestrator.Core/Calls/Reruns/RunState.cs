namespace Orchestrator.Core.Calls.Reruns;

public enum RunState
{
    /// <summary>On its way, on whichever instance takes the next batch.</summary>
    Running,

    Done,
}
