using NodaTime;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Credentials;

/// <summary>
/// Takes a version out of the world: its secrets are erased here, and at the provider what we made there is deleted. What is
/// still needed is kept, except in an emergency. Needs <see cref="StaffTask.ManageCredentials"/>.
/// </summary>
public sealed class CredentialEnd(CredentialVault vault, StaffGuard guard, ITwilioAccountClient provider, TimeProvider time)
{
    /// <summary>Reports about texts that were on their way arrive within this and are signed with the old token.</summary>
    public static readonly Duration Drain = Duration.FromMinutes(15);

    /// <summary>A text that left with the old key has ended by then.</summary>
    public static readonly Duration KeyDrain = Duration.FromMinutes(1);

    /// <summary>When a retiring version may be revoked; null when nothing but its successor's promotion is missing.</summary>
    internal static Instant? FreeAt(CredentialVersion retiring, CredentialVersion? active) =>
        active is { Origin: CredentialOrigin.SecondaryToken, PromotedAt: null } && active.TokenLastFour != retiring.TokenLastFour
            ? null
            : Later(retiring.RetiredAt, active?.PromotedAt) + (retiring.TokenLastFour is not null && retiring.TokenLastFour != active?.TokenLastFour ? Drain : KeyDrain);

    /// <summary>Discards what is being prepared, or revokes what is retiring. Repeatable: what stopped half-way is finished by doing it again.</summary>
    public async Task<Result<string, CredentialRefusal>> RevokeAsync(OrgContext context, Guid id, string? reason, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.ManageCredentials, ct);
        if (!CredentialVault.Reason(reason).TryGet(out var why, out var unexplained))
            return unexplained;
        var versions = await vault.ReadAsync(context, ct);
        if (versions.Find(row => row.Id == id) is not { } version)
            return new CredentialRefusal(CredentialRefusalKind.NotFound);
        if (version.State is CredentialState.Active or CredentialState.Revoked)
            return new CredentialRefusal(CredentialRefusalKind.ChangedMeanwhile);
        if (version.State == CredentialState.Retiring && StillNeeded(version, versions) is { } needed)
            return needed;

        // Before the secret is erased here: it may be what signs in there. A login that is refused there has nothing left to delete.
        var undone = await UndoAsync(version, versions, isEmergency: false, ct);
        if (undone.Failure is { Kind: not TwilioFailureKind.Refused } failure)
            return ProviderWords.Of(failure, "");
        return await EraseAsync(context, version, why, "revoked", undone.IsDone, null, ct);
    }

    /// <summary>
    /// For a secret that got out: it is not used from this moment, whatever state it is in, and then deleted at the provider. A
    /// version that is tested and waiting takes over in the same transaction; without one no text goes out until another is activated.
    /// </summary>
    public async Task<Result<string, CredentialRefusal>> RevokeNowAsync(OrgContext context, Guid id, string? reason, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.ManageCredentials, ct);
        if (!CredentialVault.Reason(reason).TryGet(out var why, out var unexplained))
            return unexplained;
        var versions = await vault.ReadAsync(context, ct);
        if (versions.Find(row => row.Id == id) is not { State: not CredentialState.Revoked } version)
            return new CredentialRefusal(CredentialRefusalKind.ChangedMeanwhile);
        var successor = version.State == CredentialState.Active ? versions.Find(row => row is { State: CredentialState.Verified, FailedAt: null }) : null;
        var erased = await EraseAsync(context, version, why, "emergency", isDone: false, successor, ct);
        if (!erased.IsSuccess)
            return erased;
        var undone = await UndoAsync(version, versions, isEmergency: true, ct);
        if (!undone.IsDone)
            return version.KeySid is { } key
                ? $"It is not used any more. Twilio could not be told: delete the key {key} in Twilio's console now."
                : "It is not used any more. An auth token is good at Twilio until another is promoted: do that in Twilio's console now.";
        await vault.ChangeAsync<string>(context, async (change, token) =>
        {
            if (change.Find(id) is { } row)
            {
                row.DeletedAt = time.GetCurrentInstant();
                await change.AuditAsync("credential.deleted", "at_provider", row, null, token);
            }
            return "";
        }, ct);
        return "It is not used any more and is deleted at Twilio.";
    }

    private CredentialRefusal? StillNeeded(CredentialVersion version, List<CredentialVersion> versions)
    {
        var active = versions.Find(row => row.State == CredentialState.Active);
        // A second token that was never promoted and is not used any more signs nothing.
        if (version is { Origin: CredentialOrigin.SecondaryToken, PromotedAt: null })
            return null;
        return FreeAt(version, active) is not { } free
            ? new(CredentialRefusalKind.StillNeeded, "Its token still is the account's primary one. Make the new token the primary one first.")
            : free > time.GetCurrentInstant()
                ? new(CredentialRefusalKind.StillNeeded, "Reports about texts that are on their way are still signed with it.", free)
                : null;
    }

    private Task<Result<string, CredentialRefusal>> EraseAsync(
        OrgContext context, CredentialVersion seen, string why, string outcome, bool isDone, CredentialVersion? successor, CancellationToken ct) =>
        vault.ChangeAsync<string>(context, async (change, token) =>
        {
            if (change.Find(seen.Id) is not { } version || version.State != seen.State || version.Fingerprint != seen.Fingerprint)
                return new CredentialRefusal(CredentialRefusalKind.ChangedMeanwhile);
            var now = time.GetCurrentInstant();
            (version.State, version.RevokedAt, version.Sealed) = (CredentialState.Revoked, now, null);
            version.DeletedAt = isDone ? now : null;
            await change.AuditAsync("credential.revoked", outcome, version, why, token);
            if (successor is not null && change.Find(successor.Id) is { State: CredentialState.Verified, FailedAt: null } next)
            {
                (next.State, next.ActivatedAt) = (CredentialState.Active, now);
                await change.AuditAsync("credential.activated", "emergency", next, $"in place of version {version.Number}: {why}", token);
            }
            return Done(version, isDone);
        }, ct);

    private static string Done(CredentialVersion version, bool isDone) => (isDone, version.KeySid) switch
    {
        (true, _) => "Revoked. Its secrets are erased here, and what we made at Twilio is deleted.",
        (false, { } key) => $"Revoked, and its secrets are erased here. If nothing else uses the key {key}, delete it in Twilio's console.",
        (false, null) => "Revoked, and its secrets are erased here.",
    };

    /// <summary>Deletes at the provider what goes with the version and with no other; done also when there was nothing of ours left.</summary>
    private async Task<(bool IsDone, TwilioFailure? Failure)> UndoAsync(CredentialVersion version, List<CredentialVersion> versions, bool isEmergency, CancellationToken ct)
    {
        var others = versions.Where(row => row.Id != version.Id && row.Sealed is not null).OrderByDescending(row => row.State == CredentialState.Active).ToList();
        var account = vault.TryOpen(version);
        var logins = others.Select(vault.TryOpen).Append(account).OfType<TwilioAccount>()
            .Where(candidate => account is null || candidate.AccountSid == account.AccountSid).ToList();
        var login = logins.Select(candidate => candidate.TokenLogin).FirstOrDefault(token => token is not null);
        switch (version)
        {
            case { Origin: CredentialOrigin.SecondaryToken, PromotedAt: null } when version.Sealed is not null || version.AskedAt is not null:
                return login is null ? (false, null) : Ended(await provider.DeleteSecondaryTokenAsync(login, ct));
            // A key that a later version has taken over with a new token lives on.
            case { KeySid: { } key } when others.Exists(row => row.KeySid == key):
                return (false, null);
            case { KeySid: { } key } when version.Origin == CredentialOrigin.CreatedKey || isEmergency:
                var own = login ?? (account is { ApiKeySecret: { } secret } ? new TwilioLogin(account.AccountSid, key, secret) : null);
                return own is null ? (false, null) : Ended(await provider.DeleteKeyAsync(own, key, ct));
            case { Origin: CredentialOrigin.CreatedKey, KeySid: null, AskedAt: not null }:
                return login is null ? (false, null) : await DeleteOrphansAsync(login, CredentialDrafts.KeyName(version), ct);
            default:
                return (false, null);
        }
    }

    private async Task<(bool IsDone, TwilioFailure? Failure)> DeleteOrphansAsync(TwilioLogin login, string name, CancellationToken ct)
    {
        if (!(await provider.FindKeysAsync(login, name, ct)).TryGet(out var orphans, out var unseen))
            return Ended(unseen);
        foreach (var orphan in orphans)
        {
            if (await provider.DeleteKeyAsync(login, orphan, ct) is { } kept)
                return Ended(kept);
        }
        return (true, null);
    }

    private static (bool IsDone, TwilioFailure? Failure) Ended(TwilioFailure? failure) => (failure is null, failure);

    private static Instant Later(Instant? one, Instant? other) => Instant.Max(one ?? Instant.MinValue, other ?? Instant.MinValue);
}
