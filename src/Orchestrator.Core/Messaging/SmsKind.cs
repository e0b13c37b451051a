namespace Orchestrator.Core.Messaging;

public enum SmsKind
{
    Code,
    Notice,

    /// <summary>No text: a call that says a code.</summary>
    SpokenCode,
}
