using NodaTime;

namespace Orchestrator.Core.Booking;

/// <summary>The last thing that happened to a hold.</summary>
/// <param name="Actor">As the audit row has it, such as <c>staff:0198…</c>; the portal resolves the name.</param>
/// <param name="Action">The audit row's word, such as <c>hold.released</c>.</param>
/// <param name="Outcome">The audit row's outcome.</param>
/// <param name="At">When.</param>
public sealed record HoldChange(string Actor, string Action, string Outcome, Instant At);
