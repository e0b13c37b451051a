using NodaTime;

namespace Orchestrator.Core.Desk;

/// <summary>A call on the line.</summary>
/// <param name="LastFour">Of the caller's number, where there is one.</param>
/// <param name="Tools">How many tools the agent has used.</param>
/// <param name="LastTool">The newest of them.</param>
/// <param name="LastCode">What it answered; none while it runs.</param>
public sealed record BoardCall(string Id, Instant StartedAt, string? LastFour, int Tools, string? LastTool, string? LastCode, Instant? LastAt);
