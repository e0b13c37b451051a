namespace Orchestrator.Core.Contacts;

public enum PersonNameRefusal
{
    /// <summary>No name was given.</summary>
    Missing,

    /// <summary>What was given cannot be a name.</summary>
    Invalid,
}
