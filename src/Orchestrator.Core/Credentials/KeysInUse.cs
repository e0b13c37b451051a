using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Credentials;

/// <summary>Which keys the rows of all organizations need: asked before the host serves, and after keys were rotated.</summary>
public sealed class KeysInUse(OrgDb db, OrgList orgs, IEnumerable<ISealedStore> stores)
{
    /// <summary>Codes that are still good: no sealed value, for they end by themselves within minutes.</summary>
    public const string LiveCode = "live code";

    /// <summary>Keys that are there by name and open nothing of what is sealed under that name: other bytes stand in their place.</summary>
    public async Task<IReadOnlyList<string>> WrongAsync(CancellationToken ct)
    {
        var opens = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var (org, _) in await orgs.AllAsync(ct))
        {
            foreach (var store in stores)
            {
                foreach (var (key, isGood) in await store.TryKeysAsync(new OrgContext(org, Actor.Job("keys")), ct))
                    opens[key] = opens.GetValueOrDefault(key) || isGood;
            }
        }
        return [.. opens.Where(key => !key.Value).Select(key => key.Key)];
    }

    public async Task<IReadOnlyList<KeyUse>> ReadAsync(CancellationToken ct)
    {
        var counts = new SortedDictionary<(string Kind, string Key), long>();
        foreach (var (org, _) in await orgs.AllAsync(ct))
        {
            var uses = await db.CallManyAsync(
                new OrgContext(org, Actor.Job("keys")),
                "select kind, key_id, n from keys_in_use($1)",
                [],
                row => (Kind: row.GetString(0), Key: row.IsDBNull(1) ? "" : row.GetString(1), Count: row.GetInt64(2)),
                ct);
            foreach (var (kind, key, count) in uses)
                counts[(kind, key)] = counts.GetValueOrDefault((kind, key)) + count;
        }
        return [.. counts.Select(pair => new KeyUse(pair.Key.Kind, pair.Key.Key.Length == 0 ? null : pair.Key.Key, pair.Value))];
    }
}
