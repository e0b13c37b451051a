using NodaTime;

namespace Orchestrator.Core.Calls.Records;

/// <summary>The agent asked for something.</summary>
/// <param name="At">When the answer began to be made.</param>
/// <param name="Tool">Such as <c>claim_slot</c>, or <c>unknown</c>.</param>
/// <param name="Code">The answer's code; null while it runs, or when its process died.</param>
/// <param name="LatencyMs">How long the answer took, if known.</param>
/// <param name="Arguments">Names of the arguments that were given, never their values.</param>
public sealed record ToolMoment(Instant At, string ToolCallId, string Tool, string? Code, int? LatencyMs, IReadOnlyList<string> Arguments) : CallMoment(At);
