using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Credentials;

/// <summary>
/// Seals everything that is not under the newest key again, batch by batch, while the hosts serve. It may be stopped at any
/// point and begun again: what is under the newest key is left alone, and both keys open until the old one's file is removed.
/// </summary>
public sealed class KeyRotation(OrgList orgs, NpgsqlDataSource source, KeyRing keys, IEnumerable<ISealedStore> stores)
{
    /// <summary>Values per organization and key that are tried at a start: one damaged row must not look like a wrong key.</summary>
    internal const int Samples = 5;

    private const int Batch = 100;

    /// <summary>Has every host read its keys again, so that what it seals from now on is under the newest.</summary>
    public async Task AnnounceAsync(CancellationToken ct)
    {
        keys.Refresh();
        await using var command = source.CreateCommand("select announce_keys()");
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>One pass over all organizations. What does not open is left as it is, with the batch it lies in, and keeps nobody else waiting.</summary>
    public async Task<Rewrapped> RewrapAsync(Actor actor, CancellationToken ct)
    {
        var counts = stores.ToDictionary(store => store.Kind, _ => 0, StringComparer.Ordinal);
        var damaged = new List<string>();
        foreach (var (org, slug) in await orgs.AllAsync(ct))
        {
            foreach (var store in stores)
            {
                try
                {
                    for (var done = Batch; done >= Batch;)
                        counts[store.Kind] += done = await store.RewrapAsync(new OrgContext(org, actor), Batch, ct);
                }
                catch (CryptographicException)
                {
                    damaged.Add($"{store.Kind} of {slug}");
                }
            }
        }
        return new(counts, damaged);
    }

    internal static Task AuditAsync(OrchestratorDbContext rows, OrgContext context, string kind, int count, string key, CancellationToken ct) =>
        rows.Database.ExecuteSqlAsync(
            $"select append_audit({context.Org.Value}, {context.Actor.ToString()}, 'keys.rewrapped', 'done', {key}, null, null, {$"{count} of {kind}"})", ct);
}
