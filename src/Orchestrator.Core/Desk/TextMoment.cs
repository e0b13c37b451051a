using NodaTime;

namespace Orchestrator.Core.Desk;

/// <summary>One step of a text.</summary>
/// <param name="What">Our state, or the provider's word, in snake case.</param>
/// <param name="IsNews">False for what was known before, or came too late to count.</param>
/// <param name="Detail">A reason of ours, never personal text.</param>
public sealed record TextMoment(Instant At, TextSource Source, string What, int? ErrorCode, bool IsNews, string? Detail);
