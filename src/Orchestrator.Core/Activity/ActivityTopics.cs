namespace Orchestrator.Core.Activity;

/// <summary>What of an organization has changed. The numbers travel between instances: never renumber one.</summary>
[Flags]
public enum ActivityTopics
{
    None = 0,

    /// <summary>Calls began, ended, or used a tool.</summary>
    Calls = 1,

    /// <summary>The ledger: holds and the appointments they become.</summary>
    Holds = 2,

    /// <summary>Codes: texted, delivered, guessed.</summary>
    Codes = 4,

    /// <summary>The audit chain grew without any of the above.</summary>
    Audit = 8,

    /// <summary>Rules of redaction, and stored transcripts that are redacted again.</summary>
    Redaction = 16,

    /// <summary>The provider's credentials: versions and how often each is used.</summary>
    Credentials = 64,

    /// <summary>Everything above: what a listener hears that may have missed something.</summary>
    All = Calls | Holds | Codes | Audit | Redaction | Credentials,
}
