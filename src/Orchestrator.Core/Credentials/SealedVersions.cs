using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Credentials;

/// <summary>The secrets of credential versions.</summary>
internal sealed class SealedVersions(OrgDb db, KeyRing keys) : ISealedStore
{
    public string Kind => "credential";

    public Task<int> RewrapAsync(OrgContext context, int limit, CancellationToken ct) => db.RunAsync(context, async (rows, token) =>
    {
        var due = await rows.CredentialVersions.FromSql($"""
            select * from credential_version
             where org_id = {context.Org.Value} and sealed is not null and seal_key(sealed) is distinct from {keys.ActiveId}
             order by id limit {limit} for update skip locked
            """).ToListAsync(token);
        foreach (var version in due)
            version.Sealed = keys.Seal(keys.Open(version.Sealed, version.SealPurpose), version.SealPurpose);
        await rows.SaveChangesAsync(token);
        if (due.Count > 0)
            await KeyRotation.AuditAsync(rows, context, Kind, due.Count, keys.ActiveId, token);
        return due.Count;
    }, ct);

    public Task<IReadOnlyDictionary<string, bool>> TryKeysAsync(OrgContext context, CancellationToken ct) => db.RunAsync(context, async (rows, token) =>
    {
        var some = await rows.CredentialVersions.FromSql($"""
            select v.* from credential_version v
              join (select id, row_number() over (partition by seal_key(sealed) order by id) as nth from credential_version
                     where org_id = {context.Org.Value} and sealed is not null) s on s.id = v.id
             where v.org_id = {context.Org.Value} and s.nth <= {KeyRotation.Samples}
            """).AsNoTracking().ToListAsync(token);
        return keys.Try(some.Select(version => (version.Sealed!, version.SealPurpose)));
    }, ct);
}
