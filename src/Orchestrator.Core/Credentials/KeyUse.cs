namespace Orchestrator.Core.Credentials;

/// <param name="Kind">What is sealed.</param>
/// <param name="KeyId">Under which key; null for what is no sealed value at all.</param>
/// <param name="Count">Over all organizations.</param>
public sealed record KeyUse(string Kind, string? KeyId, long Count);
