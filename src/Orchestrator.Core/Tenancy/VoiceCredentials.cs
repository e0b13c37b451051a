using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy.Stored;

namespace Orchestrator.Core.Tenancy;

/// <inheritdoc cref="IVoiceCredentials"/>
/// <remarks>Hits are kept until any organization changes, which is rare; misses are asked again and are for the endpoint's limiter to bound.</remarks>
public sealed class VoiceCredentials : IVoiceCredentials
{
    private readonly ConcurrentDictionary<SecretHash, VoiceSecret> _secrets = new();
    private readonly ConcurrentDictionary<string, OrgId> _numberIds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, OrgId> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, OrgId> _assistants = new(StringComparer.Ordinal);
    private readonly OrgCache<IReadOnlyList<byte[]>> _hmacKeys;
    private readonly NpgsqlDataSource _source;
    private readonly OrgChangeFeed _feed;
    private int _generation;

    public VoiceCredentials(NpgsqlDataSource source, OrgDb db, KeyRing keys, OrgChangeFeed feed)
    {
        (_source, _feed) = (source, feed);
        _hmacKeys = new(feed, (org, ct) => LoadHmacKeysAsync(db, keys, org, ct));
        feed.Changed += _ => Clear();
    }

    /// <summary>What a signature key is sealed for: its organization and its row.</summary>
    public static string SealPurpose(OrgId org, byte[] hash) => $"voice-hmac|{org}|{Convert.ToHexStringLower(hash)}";

    public ValueTask<VoiceSecret?> FindBySecretHashAsync(SecretHash hash, CancellationToken ct) =>
        _secrets.TryGetValue(hash, out var known) ? new(known) : new(FindSecretAsync(hash, ct));

    public ValueTask<IReadOnlyList<byte[]>> HmacKeysOfAsync(OrgId org, CancellationToken ct) => _hmacKeys.GetAsync(org, ct);

    public ValueTask<OrgId?> OwnerOfNumberIdAsync(string numberId, CancellationToken ct) =>
        FindAsync(_numberIds, numberId, "select org_of_voice_number($1, null)", ct);

    public ValueTask<OrgId?> OwnerOfNumberAsync(string number, CancellationToken ct) =>
        FindAsync(_numbers, number, "select org_of_voice_number(null, $1)", ct);

    public ValueTask<OrgId?> OwnerOfAssistantAsync(string assistantId, CancellationToken ct) =>
        FindAsync(_assistants, assistantId, "select org_of_voice_assistant($1)", ct);

    private static async Task<IReadOnlyList<byte[]>> LoadHmacKeysAsync(OrgDb db, KeyRing keys, OrgId org, CancellationToken ct)
    {
        var context = new OrgContext(org, Actor.Job("voice-credentials"));
        var sealedKeys = await db.RunAsync(context, (rows, token) => rows.VoiceSecrets.AsNoTracking()
            .Where(secret => secret.Kind == VoiceSecretKind.Hmac).OrderBy(secret => secret.Position)
            .Select(secret => new { secret.Hash, secret.Sealed }).ToListAsync(token), ct);
        return sealedKeys.ConvertAll(secret => keys.Open(secret.Sealed, SealPurpose(org, secret.Hash)));
    }

    private async Task<VoiceSecret?> FindSecretAsync(SecretHash hash, CancellationToken ct)
    {
        var generation = Volatile.Read(ref _generation);
        if (await AskAsync("select org_of_voice_secret($1)", hash.ToArray(), NpgsqlDbType.Bytea, ct) is not { } org)
            return null;
        var secret = new VoiceSecret(org, hash);
        Keep(_secrets, hash, secret, generation);
        return secret;
    }

    private ValueTask<OrgId?> FindAsync(ConcurrentDictionary<string, OrgId> known, string key, string sql, CancellationToken ct) =>
        known.TryGetValue(key, out var org) ? new(org) : new(FindOwnerAsync(known, key, sql, ct));

    private async Task<OrgId?> FindOwnerAsync(ConcurrentDictionary<string, OrgId> known, string key, string sql, CancellationToken ct)
    {
        // PostgreSQL text cannot hold NUL, so no stored id does.
        if (key.Contains('\0', StringComparison.Ordinal))
            return null;
        var generation = Volatile.Read(ref _generation);
        var owner = await AskAsync(sql, key, NpgsqlDbType.Text, ct);
        if (owner is { } org)
            Keep(known, key, org, generation);
        return owner;
    }

    private async Task<OrgId?> AskAsync(string sql, object key, NpgsqlDbType type, CancellationToken ct)
    {
        await using var command = _source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = key, NpgsqlDbType = type });
        return await command.ExecuteScalarAsync(ct) is Guid org ? new OrgId(org) : null;
    }

    private void Keep<TKey, TValue>(ConcurrentDictionary<TKey, TValue> known, TKey key, TValue value, int generation)
        where TKey : notnull
    {
        if (!_feed.IsListening)
            return;
        known[key] = value;
        // A change that came between the question and here has cleared the map already; take back what it did not see.
        if (Volatile.Read(ref _generation) != generation)
            known.TryRemove(key, out _);
    }

    private void Clear()
    {
        Interlocked.Increment(ref _generation);
        _secrets.Clear();
        _numberIds.Clear();
        _numbers.Clear();
        _assistants.Clear();
    }
}
