namespace Orchestrator.Web.Vapi.Export;

/// <summary>One file for Vapi's API.</summary>
/// <param name="Name">Such as <c>claim_slot</c>, or <c>assistant</c>.</param>
/// <param name="Path">Where it is written below the chosen folder.</param>
/// <param name="Json">Indented.</param>
public sealed record AgentDefinition(string Name, string Path, string Json);
