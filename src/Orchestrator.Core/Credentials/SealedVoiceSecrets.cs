using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Credentials;

/// <summary>The signature keys of the voice platform.</summary>
internal sealed class SealedVoiceSecrets(OrgDb db, KeyRing keys) : ISealedStore
{
    public string Kind => "voice secret";

    public Task<int> RewrapAsync(OrgContext context, int limit, CancellationToken ct) => db.RunAsync(context, async (rows, token) =>
    {
        var due = await rows.VoiceSecrets.FromSql($"""
            select * from voice_secret
             where org_id = {context.Org.Value} and sealed is not null and seal_key(sealed) is distinct from {keys.ActiveId}
             order by hash limit {limit} for update skip locked
            """).ToListAsync(token);
        foreach (var secret in due)
        {
            var purpose = VoiceCredentials.SealPurpose(context.Org, secret.Hash);
            secret.Sealed = keys.Seal(keys.Open(secret.Sealed, purpose), purpose);
        }
        await rows.SaveChangesAsync(token);
        if (due.Count > 0)
            await KeyRotation.AuditAsync(rows, context, Kind, due.Count, keys.ActiveId, token);
        return due.Count;
    }, ct);

    public Task<IReadOnlyDictionary<string, bool>> TryKeysAsync(OrgContext context, CancellationToken ct) => db.RunAsync(context, async (rows, token) =>
    {
        var some = await rows.VoiceSecrets.FromSql($"""
            select v.* from voice_secret v
              join (select hash, row_number() over (partition by seal_key(sealed) order by hash) as nth from voice_secret
                     where org_id = {context.Org.Value} and sealed is not null) s on s.hash = v.hash
             where v.org_id = {context.Org.Value} and s.nth <= {KeyRotation.Samples}
            """).AsNoTracking().ToListAsync(token);
        return keys.Try(some.Select(secret => (secret.Sealed!, VoiceCredentials.SealPurpose(context.Org, secret.Hash))));
    }, ct);
}
