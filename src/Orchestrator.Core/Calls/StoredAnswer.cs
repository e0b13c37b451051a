namespace Orchestrator.Core.Calls;

/// <summary>An answer to a tool call as it was sent.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Json">The whole line; holds nothing the caller supplied and no one-time code.</param>
public sealed record StoredAnswer(string Code, string Json);
