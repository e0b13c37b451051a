namespace Orchestrator.Core.Calls;

/// <summary>A call is in progress. Which call: <see cref="Tenancy.OrgContext.CallId"/>.</summary>
/// <param name="Channel">Speech or text.</param>
/// <param name="Direction">Who rang whom.</param>
/// <param name="CallerNumber">Number of the person, as the platform wrote it: E.164, a SIP address, "anonymous" or absent.</param>
/// <param name="CalledNumberId">The platform's id of the clinic's number, where the call came by one.</param>
/// <param name="StartedAt">When, if the platform said so.</param>
public sealed record CallStarted(
    CallChannel Channel,
    CallDirection Direction,
    string? CallerNumber,
    string? CalledNumberId,
    DateTimeOffset? StartedAt)
{
    public override string ToString() => $"CallStarted {Channel} {Direction}";
}
