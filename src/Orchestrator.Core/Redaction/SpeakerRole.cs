namespace Orchestrator.Core.Redaction;

/// <summary>Who speaks a turn; the engine reads questions from the agent's turns and answers from the caller's.</summary>
public enum SpeakerRole
{
    Unknown,
    Agent,
    Caller,
}
