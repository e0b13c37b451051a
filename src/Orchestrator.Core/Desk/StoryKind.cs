namespace Orchestrator.Core.Desk;

public enum StoryKind
{
    /// <summary>Something was done to the hold: an audit row.</summary>
    Act,

    /// <summary>A text with a code.</summary>
    Text,

    /// <summary>The voice agent used a tool.</summary>
    Tool,
}
