using NodaTime;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Retention;

/// <summary>
/// Marks lapsed holds as expired and settles texts whose sender died. Hygiene only: nothing decides by whether it has run.
/// Safe on every instance at once.
/// </summary>
public sealed class HoldSweep(OrgDb db, OrgList orgs, ActivityNotifier activity)
{
    private const int Batch = 500;

    /// <summary>Longer than a send may take, with its record.</summary>
    private static readonly Duration LostAfter = Duration.FromSeconds(15);

    private static readonly Actor Sweeper = Actor.Job("hold-sweep");

    public async Task<SweepCount> RunOnceAsync(CancellationToken ct)
    {
        var (holds, dispatches) = (0, 0);
        foreach (var (org, _) in await orgs.AllAsync(ct))
        {
            var context = new OrgContext(org, Sweeper);
            var before = holds + dispatches;
            holds += await RepeatAsync(context, "select expire_lapsed_holds($1, $2, $3)", [], ct);
            dispatches += await RepeatAsync(context, "select settle_lost_dispatches($1, $2, $3, $4)", [LostAfter], ct);
            if (holds + dispatches > before)
                activity.Touch(org, ActivityTopics.Holds | ActivityTopics.Codes);
        }
        return new SweepCount(holds, dispatches);
    }

    private async Task<int> RepeatAsync(OrgContext context, string sql, Duration[] age, CancellationToken ct)
    {
        var total = 0;
        int done;
        do
        {
            done = await db.CallAsync(context, sql, [Text(context.Actor.ToString()), .. age.Select(Span), Int(Batch)], row => row.GetInt32(0), ct);
            total += done;
        }
        while (done == Batch);
        return total;
    }
}
