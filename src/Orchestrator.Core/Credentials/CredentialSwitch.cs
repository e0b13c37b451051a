using NodaTime;
using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Credentials;

/// <summary>
/// Puts a version into use and makes its token the account's primary one. Each step is one transaction after everything that
/// can fail; none leaves the organization without a credential that works. Needs <see cref="StaffTask.ManageCredentials"/>.
/// </summary>
public sealed class CredentialSwitch(CredentialVault vault, CredentialTests tests, StaffGuard guard, ITwilioAccountClient provider, TimeProvider time)
{
    /// <summary>
    /// After an activation every instance has the new version within a second; texts that left with the old one end within the
    /// provider's eight. Only then may the old token stop working.
    /// </summary>
    public static readonly Duration PromoteAfter = Duration.FromSeconds(10);

    /// <summary>Tests the version once more and, if it passes, sends with it from now on. Also the way back to one that is retiring.</summary>
    /// <returns>What the test said.</returns>
    public async Task<Result<string, CredentialRefusal>> ActivateAsync(OrgContext context, Guid id, string? reason, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.ManageCredentials, ct);
        if (!CredentialVault.Reason(reason).TryGet(out var why, out var unexplained))
            return unexplained;
        var seen = (await vault.ReadAsync(context, ct)).Find(row => row.Id == id);
        if (seen is null)
            return new CredentialRefusal(CredentialRefusalKind.NotFound);
        if (seen.State is CredentialState.Draft)
            return new CredentialRefusal(CredentialRefusalKind.FailedTest, seen.Failure ?? "It has not been tested yet.");
        if (seen.State is CredentialState.Active or CredentialState.Revoked)
            return new CredentialRefusal(CredentialRefusalKind.ChangedMeanwhile);
        var tested = await tests.TestAsync(context, id, ct);
        if (!tested.TryGet(out var says, out var failed))
            return failed;

        return await vault.ChangeAsync<string>(context, async (change, token) =>
        {
            if (change.Find(id) is not { State: CredentialState.Verified or CredentialState.Retiring, FailedAt: null } version || version.Fingerprint != seen.Fingerprint)
                return new CredentialRefusal(CredentialRefusalKind.ChangedMeanwhile);
            var now = time.GetCurrentInstant();
            var before = change.Active;
            if (before is not null)
            {
                (before.State, before.RetiredAt) = (CredentialState.Retiring, now);
                // One is active at a time, so the old one steps down first.
                await change.SaveAsync(token);
            }
            (version.State, version.ActivatedAt, version.RetiredAt) = (CredentialState.Active, now, null);
            await change.AuditAsync("credential.activated", before is null ? "first" : "replaced", version, before is null ? why : $"in place of version {before.Number}: {why}", token);
            return says;
        }, ct);
    }

    /// <summary>
    /// Makes the active version's token the primary one, which alone signs callbacks; the old one stops working. May be repeated:
    /// whether it has happened is asked of the provider, never remembered alone.
    /// </summary>
    public async Task<Result<string, CredentialRefusal>> PromoteAsync(OrgContext context, Guid id, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.ManageCredentials, ct);
        var versions = await vault.ReadAsync(context, ct);
        if (versions.Find(row => row.Id == id) is not { State: CredentialState.Active, Origin: CredentialOrigin.SecondaryToken, PromotedAt: null } version)
            return new CredentialRefusal(CredentialRefusalKind.ChangedMeanwhile);
        if (version.ActivatedAt + PromoteAfter > time.GetCurrentInstant())
            return new CredentialRefusal(CredentialRefusalKind.StillNeeded, "Texts that left with the old token are still on their way.", version.ActivatedAt + PromoteAfter);
        if (vault.TryOpen(version) is not { TokenLogin: { } second } account)
            return new CredentialRefusal(CredentialRefusalKind.Unreadable);
        var first = versions.Where(row => row.State == CredentialState.Retiring).OrderByDescending(row => row.Number)
            .Select(vault.TryOpen).Select(old => old?.TokenLogin).FirstOrDefault(login => login?.AccountSid == account.AccountSid && login != second);

        if (await IsPromotedAsync(first, second, ct))
            return await PromotedAsync(context, version, second.Secret, ct);
        var promoted = await provider.PromoteSecondaryTokenAsync(second, ct);
        // Whether the second token may promote itself is not documented.
        if (!promoted.TryGet(out var primary, out var failure) && failure.Kind == TwilioFailureKind.Refused && first is not null)
            promoted = await provider.PromoteSecondaryTokenAsync(first, ct);
        if (promoted.TryGet(out primary, out failure))
            return await PromotedAsync(context, version, primary.Value, ct);
        return await IsPromotedAsync(first, second, ct)
            ? await PromotedAsync(context, version, second.Secret, ct)
            : ProviderWords.Of(failure, "Twilio no longer knows this token as the account's second one. Go back to the version before, and begin again.");
    }

    /// <summary>The old one is refused and the new one is not: so it happened, whoever heard of it.</summary>
    private async Task<bool> IsPromotedAsync(TwilioLogin? first, TwilioLogin second, CancellationToken ct)
    {
        if (first is null || (await provider.GetAccountAsync(first, ct)).TryGet(out _, out var failure) || failure is not { Kind: TwilioFailureKind.Refused, HttpStatus: 401 })
            return false;
        return (await provider.GetAccountAsync(second, ct)).IsSuccess;
    }

    /// <param name="primary">As the provider gave it. Another than ours would be a second token that somebody made meanwhile: then that one counts.</param>
    private Task<Result<string, CredentialRefusal>> PromotedAsync(OrgContext context, CredentialVersion seen, string primary, CancellationToken ct) =>
        vault.ChangeAsync<string>(context, async (change, token) =>
        {
            if (change.Find(seen.Id) is not { State: CredentialState.Active } version || vault.TryOpen(version) is not { } account)
                return new CredentialRefusal(CredentialRefusalKind.ChangedMeanwhile);
            if (account.AuthToken != primary)
                (account with { AuthToken = primary }).SealInto(version, vault.Keys);
            version.PromotedAt = time.GetCurrentInstant();
            await change.AuditAsync("credential.promoted", "primary", version, null, token);
            return "The new token is the account's primary one; the old token has stopped working.";
        }, ct);
}
