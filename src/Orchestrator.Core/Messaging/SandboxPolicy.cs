namespace Orchestrator.Core.Messaging;

/// <param name="IsAllowedEverywhere">Development: an organization without a credential texts into the sandbox. Elsewhere only those marked as tests do.</param>
public sealed record SandboxPolicy(bool IsAllowedEverywhere);
