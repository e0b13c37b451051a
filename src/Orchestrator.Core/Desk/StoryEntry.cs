using NodaTime;

namespace Orchestrator.Core.Desk;

/// <summary>One thing that happened to a hold or in a call.</summary>
/// <param name="What">The audit row's action, the tool's name, or which text of its code it was.</param>
/// <param name="Outcome">The audit row's outcome, the tool's answer code, or the text's state; none while it runs.</param>
/// <param name="Actor">As the audit row has it; none for tools and texts.</param>
/// <param name="Detail">A code or a count, never personal text.</param>
/// <param name="TookMs">Milliseconds, where known.</param>
public sealed record StoryEntry(Instant At, StoryKind Kind, string What, string? Outcome, string? Actor, string? Detail, int? TookMs);
