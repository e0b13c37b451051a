using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Persistence;

namespace Orchestrator.Core.Tenancy;

/// <summary>What becomes of an organization's text-message credential in one import: a change makes a new version, nothing is overwritten.</summary>
internal sealed class SmsCredentialPlan
{
    private readonly TwilioAccount? _wanted;
    private readonly CredentialVersion? _current;
    private readonly int _lastNumber;

    private SmsCredentialPlan(TwilioAccount? wanted, CredentialVersion? current, int lastNumber, bool isChange) =>
        (_wanted, _current, _lastNumber, IsChange) = (wanted, current, lastNumber, isChange);

    public bool IsChange { get; }

    public static async Task<SmsCredentialPlan> MakeAsync(
        OrgFileTwilio? file, KeyRing keys, OrchestratorDbContext rows, List<OrgFileFault> faults, CancellationToken ct)
    {
        var last = await rows.CredentialVersions.OrderByDescending(row => row.Number).Select(row => row.Number).FirstOrDefaultAsync(ct);
        var current = await rows.CredentialVersions.Where(row => row.State == CredentialState.Active).OrderByDescending(row => row.Number).FirstOrDefaultAsync(ct);
        var stored = current is null ? null : TwilioAccount.Open(keys, current);
        if (file is null)
            return new SmsCredentialPlan(null, current, last, isChange: current is not null);
        var wanted = new TwilioAccount(
            file.AccountSid,
            Resolve(file.AuthToken, stored?.AuthToken, "$.twilio.authToken", faults),
            file.ApiKeySid,
            Resolve(file.ApiKeySecret, stored?.ApiKeySecret, "$.twilio.apiKeySecret", faults),
            file.From,
            file.MessagingServiceSid);
        return new SmsCredentialPlan(wanted, current, last, isChange: wanted != stored);
    }

    public async Task ApplyAsync(OrgId org, KeyRing keys, Instant now, OrchestratorDbContext rows, CancellationToken ct)
    {
        if (_current is not null && _wanted is null)
            (_current.State, _current.RevokedAt, _current.Sealed) = (CredentialState.Revoked, now, null);
        else if (_current is not null)
            (_current.State, _current.RetiredAt) = (CredentialState.Retiring, now);
        // One is active at a time, so the old one steps down first.
        await rows.SaveChangesAsync(ct);
        if (_wanted is null)
            return;
        var version = new CredentialVersion
        {
            OrgId = org.Value, Id = Guid.CreateVersion7(), Number = _lastNumber + 1, State = CredentialState.Active, Origin = CredentialOrigin.Imported,
            LastFour = "", Fingerprint = "", CreatedAt = now, ActivatedAt = now,
        };
        _wanted.SealInto(version, keys);
        rows.Add(version);
    }

    private static string? Resolve(OrgFileSecret? secret, string? stored, string path, List<OrgFileFault> faults)
    {
        if (secret is not { IsMasked: true })
            return secret?.Plain;
        if (stored is null || !stored.EndsWith(secret.LastFour, StringComparison.Ordinal))
            faults.Add(new OrgFileFault(path, "is masked, and the stored secret does not end like it."));
        return stored;
    }
}
