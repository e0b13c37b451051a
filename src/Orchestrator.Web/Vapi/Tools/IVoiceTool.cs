using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Vapi.Tools;

/// <summary>
/// One thing the voice agent can do. A singleton: it parses the arguments into values, asks a Core service and puts the
/// outcome into words. Refusals are answers; an exception becomes "temporarily unavailable" and one log line.
/// </summary>
/// <remarks>
/// The token fires at the deadline of the whole message, not when the caller hangs up: a tool that has begun finishes, so
/// that the same call delivered again finds its answer.
/// </remarks>
public interface IVoiceTool
{
    /// <summary>As the assistant names it, such as <c>claim_slot</c>.</summary>
    string Name { get; }

    ValueTask<ToolAnswer> RunAsync(OrgContext context, ToolArguments arguments, CallFacts call, CancellationToken ct);
}
