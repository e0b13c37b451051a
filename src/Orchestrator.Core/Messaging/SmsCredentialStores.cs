using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Messaging;

/// <inheritdoc cref="ISmsCredentialStores"/>
internal sealed class SmsCredentialStores(OrgDb db, ClinicDirectory clinics, KeyRing keys, SandboxPolicy sandbox) : ISmsCredentialStores
{
    public async Task<IReadOnlyList<CredentialVersion>> VersionsAsync(OrgId org, CancellationToken ct) => await db.RunAsync(
        new OrgContext(org, Actor.Job("sms-credentials")),
        (rows, token) => rows.CredentialVersions.AsNoTracking()
            .Where(row => row.OrgId == org.Value && row.Purpose == CredentialVersion.Sms
                && (row.State == CredentialState.Active || row.State == CredentialState.Retiring))
            .OrderByDescending(row => row.Number).ToListAsync(token),
        ct);

    public async Task<SandboxCredential?> SandboxAsync(OrgId org, CancellationToken ct)
    {
        var clinic = await clinics.GetAsync(org, ct);
        return sandbox.IsAllowedEverywhere || clinic.IsTest ? new SandboxCredential(org, clinic.Slug) : null;
    }

    // A few small files; off the caller's thread, because the folder may be on a slow volume.
    public Task<KeyRing> KeysAsync(CancellationToken ct) => Task.Run(
        () =>
        {
            keys.Refresh();
            return keys;
        },
        ct);
}
