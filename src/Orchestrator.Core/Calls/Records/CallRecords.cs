using NodaTime;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Calls.Records;

/// <summary>Reads calls for people. Outcomes are derived from tool calls, holds and texts at every reading, so they are never stale.</summary>
public sealed class CallRecords(OrgDb db)
{
    public Task<CallPage> ListAsync(OrgContext context, CallQuery query, CancellationToken ct) => throw new NotImplementedException(db.ToString());

    /// <summary>One call; null where the organization has none of that id.</summary>
    public Task<CallDetail?> FindAsync(OrgContext context, string callId, CancellationToken ct) => throw new NotImplementedException(db.ToString());

    /// <summary>Every day from <paramref name="first"/> to <paramref name="last"/> (at most 92 days), days without calls included.</summary>
    /// <param name="zone">Whose midnight parts the days: the clinic's.</param>
    public Task<IReadOnlyList<DropOffDay>> DropOffAsync(OrgContext context, LocalDate first, LocalDate last, DateTimeZone zone, CancellationToken ct) =>
        throw new NotImplementedException(db.ToString());

    public Task<CallsHeard> HeardAsync(OrgContext context, CancellationToken ct) => throw new NotImplementedException(db.ToString());
}
