namespace Orchestrator.Core.Calls;

/// <summary>A call is over. Which call: <see cref="Tenancy.OrgContext.CallId"/>. May arrive more than once for one call.</summary>
/// <param name="Channel">Speech or text.</param>
/// <param name="Direction">Who rang whom.</param>
/// <param name="CallerNumber">Number of the person, as the platform wrote it: E.164, a SIP address, "anonymous" or absent.</param>
/// <param name="CalledNumberId">The platform's id of the clinic's number, where the call came by one.</param>
/// <param name="Reason">The platform's word for why it ended; a word of an open list, at most 200 characters.</param>
/// <param name="TransferredToPerson">A person took the call over, so that its unverified holds stay.</param>
/// <param name="StartedAt">When it began, if known.</param>
/// <param name="EndedAt">When it ended, if known.</param>
/// <param name="Duration">How long it lasted, if known; never negative.</param>
/// <param name="CostUsd">What the platform charges, in US dollars, if known.</param>
public sealed record CallEnded(
    CallChannel Channel,
    CallDirection Direction,
    string? CallerNumber,
    string? CalledNumberId,
    string? Reason,
    bool TransferredToPerson,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    TimeSpan? Duration,
    decimal? CostUsd)
{
    public override string ToString() => $"CallEnded {Channel} {Direction} transferred={TransferredToPerson}";
}
