using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Retention;

/// <summary>
/// Removes what each organization keeps no longer, in small batches. Safe on every instance at once: of two, one works and
/// the other finds nothing to do. The audit chain is never purged. docs/retention.md.
/// </summary>
public sealed class RetentionPurge(OrgDb db, OrgList orgs, IEnumerable<IPurge> purges, ActivityNotifier activity)
{
    private const int Batch = 500;

    private static readonly Actor Purger = Actor.Job("retention");

    /// <returns>Rows removed, by kind; kinds with none are left out.</returns>
    public async Task<IReadOnlyDictionary<string, int>> RunOnceAsync(CancellationToken ct)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (org, _) in await orgs.AllAsync(ct))
        {
            var context = new OrgContext(org, Purger);
            if (await KeptAsync(context, ct) is not { } kept)
                continue;
            foreach (var purge in purges)
            {
                var removed = await RepeatAsync(purge, context, kept, ct);
                if (removed == 0)
                    continue;
                counts[purge.Kind] = counts.GetValueOrDefault(purge.Kind) + removed;
                activity.Touch(org, ActivityTopics.Holds | ActivityTopics.Calls | ActivityTopics.Audit);
            }
        }
        return counts;
    }

    private static async Task<int> RepeatAsync(IPurge purge, OrgContext context, Duration kept, CancellationToken ct)
    {
        var total = 0;
        int done;
        do
        {
            done = await purge.PurgeAsync(context, kept, Batch, ct);
            total += Math.Max(done, 0);
        }
        while (done >= Batch);
        return total;
    }

    private async Task<Duration?> KeptAsync(OrgContext context, CancellationToken ct)
    {
        var days = await db.RunAsync(context, (rows, token) => rows.Settings.AsNoTracking()
            .Where(row => row.OrgId == context.Org.Value).Select(row => (int?)row.RetentionDays).SingleOrDefaultAsync(token), ct);
        return days is { } known ? Duration.FromDays(known) : null;
    }
}
