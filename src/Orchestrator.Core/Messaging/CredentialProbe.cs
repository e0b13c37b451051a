namespace Orchestrator.Core.Messaging;

/// <summary>Whether a credential can be activated.</summary>
/// <param name="IsUsable">It signs in and may send from the sender.</param>
/// <param name="Explanation">In words for the manager: what works, or what to change.</param>
/// <param name="IsSure">False when the provider could not be asked: nothing is known then, either way.</param>
public sealed record CredentialProbe(bool IsUsable, string Explanation, bool IsSure = true);
