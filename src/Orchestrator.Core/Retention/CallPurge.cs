using NodaTime;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Retention;

/// <summary>Transcripts, and the calls that no booking names any more.</summary>
internal sealed class CallPurge(OrgDb db) : IPurge
{
    public string Kind => "calls";

    public Task<int> PurgeAsync(OrgContext context, Duration kept, int limit, CancellationToken ct) => db.CallAsync(
        context, "select purge_calls($1, $2, $3, $4)", [Text(context.Actor.ToString()), Span(kept), Int(limit)], row => row.GetInt32(0), ct);
}
