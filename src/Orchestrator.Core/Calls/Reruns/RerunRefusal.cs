namespace Orchestrator.Core.Calls.Reruns;

/// <summary>Why stored transcripts are not redacted again.</summary>
public enum RerunRefusal
{
    /// <summary>A run is on its way.</summary>
    Running,

    /// <summary>Another version came into force since these figures were shown.</summary>
    ChangedMeanwhile,

    /// <summary>The rules in force hide nothing that the stored transcripts show.</summary>
    NothingToDo,
}
