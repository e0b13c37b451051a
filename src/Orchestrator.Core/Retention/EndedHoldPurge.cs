using NodaTime;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Retention;

/// <summary>Holds that were released, ran out or were cancelled, with their codes, texts, notes and tool calls.</summary>
internal sealed class EndedHoldPurge(OrgDb db) : IPurge
{
    public string Kind => "holds";

    public Task<int> PurgeAsync(OrgContext context, Duration kept, int limit, CancellationToken ct) => db.CallAsync(
        context, "select purge_ended_holds($1, $2, $3, $4)", [Text(context.Actor.ToString()), Span(kept), Int(limit)], row => row.GetInt32(0), ct);
}
