using NodaTime;
using Orchestrator.Core.Calls.Records;

namespace Orchestrator.Core.Desk;

/// <summary>A call in a list.</summary>
/// <param name="Holds">How many times it held, whatever became of them.</param>
/// <param name="Outcome">The furthest step it reached.</param>
/// <param name="Length">As it was reported, else from its start to its end; null when neither is known.</param>
/// <param name="LastFour">Last four digits of the phone of its newest hold.</param>
public sealed record CallEntry(
    string Id, CallState State, Instant StartedAt, Instant? EndedAt, string? EndedReason, int Holds, Guid? ProviderId, string? LastFour, CallOutcome Outcome,
    Duration? Length)
{
    public override string ToString() => $"CallEntry {Id} {State}";
}
