using NodaTime;

namespace Orchestrator.Core.Calls.Records;

/// <summary>When the voice platform was heard for an organization, if ever.</summary>
/// <param name="FirstAt">The first message about a call.</param>
/// <param name="LastAt">The newest message about a call that left a trace: its start, a tool call or its end.</param>
public sealed record CallsHeard(Instant? FirstAt, Instant? LastAt);
