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
        OrgId org, OrgFileTwilio? file, KeyRing keys, OrchestratorDbContext rows, List<OrgFileFault> faults, CancellationToken ct)
    {
        var last = await rows.CredentialVersions.OrderByDescending(row => row.Number).Select(row => row.Number).FirstOrDefaultAsync(ct);
        var current = await rows.CredentialVersions.Where(row => row.State == CredentialState.Active).OrderByDescending(row => row.Number).FirstOrDefaultAsync(ct);
        var stored = current is null ? null : TwilioAccount.Open(keys, org, current);
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

    public void Apply(OrgId org, KeyRing keys, Instant now, OrchestratorDbContext rows)
    {
        if (_current is not null)
            _current.State = _wanted is null ? CredentialState.Revoked : CredentialState.Retiring;
        if (_wanted is null)
            return;
        var id = Guid.CreateVersion7();
        rows.Add(new CredentialVersion
        {
            OrgId = org.Value, Id = id, Number = _lastNumber + 1, State = CredentialState.Active, Sealed = _wanted.Seal(keys, org, id),
            LastFour = _wanted.LastFour, Fingerprint = _wanted.Fingerprint, CreatedAt = now,
        });
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
