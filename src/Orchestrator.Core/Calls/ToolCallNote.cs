using NodaTime;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Calls;

/// <summary>How one tool call went. Holds no argument's value.</summary>
/// <param name="Context">Whose it is; without a call or tool call id it is not kept.</param>
/// <param name="Call">What the message said about the call.</param>
/// <param name="Tool">A known tool, or <c>unknown</c>.</param>
/// <param name="Code">The answer's code.</param>
/// <param name="Arguments">Names of known arguments that were given.</param>
/// <param name="At">When the tool began.</param>
/// <param name="Latency">How long the answer took.</param>
public sealed record ToolCallNote(
    OrgContext Context, CallStarted Call, string Tool, string Code, IReadOnlyList<string> Arguments, Instant At, TimeSpan Latency)
{
    public override string ToString() => $"ToolCallNote {Tool} {Code}";
}
