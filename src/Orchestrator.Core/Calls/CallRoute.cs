namespace Orchestrator.Core.Calls;

/// <summary>Where an organization's calls go.</summary>
/// <param name="AssistantId">The voice platform's id of the agent that answers: the first one configured.</param>
/// <param name="TransferNumber">E.164 number of the people at the desk.</param>
public sealed record CallRoute(string? AssistantId, string? TransferNumber);
