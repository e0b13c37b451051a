using NodaTime;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Credentials;

/// <summary>
/// How a new version begins: entered, or made by the provider on our asking. One is prepared at a time. A draft is committed
/// before the provider is asked, so whatever stops in between is found and taken up again by <see cref="ContinueAsync"/>.
/// Needs <see cref="StaffTask.ManageCredentials"/>.
/// </summary>
public sealed class CredentialDrafts(CredentialVault vault, StaffGuard guard, ITwilioAccountClient provider, TimeProvider time)
{
    /// <summary>Longer than any request to the provider may take; afterwards whoever asked is taken for dead.</summary>
    public static readonly Duration AskAgainAfter = Duration.FromSeconds(30);

    /// <summary>All that a key needs to text and to ask what became of a text.</summary>
    private static readonly string[] s_permissions = ["/twilio/messaging/messages/create", "/twilio/messaging/messages/read"];

    private const string NeedsToken = "Twilio makes keys and tokens for the account's auth token only, and refuses the one we have. Paste new values instead.";

    /// <returns>The new version's id.</returns>
    public async Task<Result<Guid, CredentialRefusal>> PasteAsync(OrgContext context, NewCredential given, string? reason, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.ManageCredentials, ct);
        return await DraftAsync(context, CredentialOrigin.Pasted, reason, (change, version) =>
        {
            if (!given.Complete(vault.TryOpen(change.Active)).TryGet(out var account, out var refusal))
                return refusal;
            account.SealInto(version, vault.Keys);
            return null;
        }, ct);
    }

    /// <summary>Has the provider make a Restricted API key, with the active version's token as the login.</summary>
    public Task<Result<Guid, CredentialRefusal>> CreateKeyAsync(OrgContext context, string? reason, CancellationToken ct) =>
        MakeAsync(context, CredentialOrigin.CreatedKey, reason, ct);

    /// <summary>Has the provider make the account's second auth token; both work until one is promoted or deleted.</summary>
    public Task<Result<Guid, CredentialRefusal>> CreateTokenAsync(OrgContext context, string? reason, CancellationToken ct) =>
        MakeAsync(context, CredentialOrigin.SecondaryToken, reason, ct);

    /// <summary>Takes a draft up whose provider's answer never arrived here. What an earlier try left behind is deleted first.</summary>
    public async Task<Result<Guid, CredentialRefusal>> ContinueAsync(OrgContext context, Guid id, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.ManageCredentials, ct);
        var begun = await vault.ChangeAsync<(CredentialVersion Version, TwilioAccount Account, bool IsAgain)>(context, async (change, token) =>
        {
            if (change.Find(id) is not { } draft)
                return new CredentialRefusal(CredentialRefusalKind.NotFound);
            var now = time.GetCurrentInstant();
            if (draft is not { State: CredentialState.Draft, Sealed: null } || draft.AskedAt > now - AskAgainAfter)
                return new CredentialRefusal(CredentialRefusalKind.ChangedMeanwhile);
            if (vault.TryOpen(change.Active) is not { AuthToken: not null } account)
                return new CredentialRefusal(CredentialRefusalKind.NothingToStartFrom);
            var isAgain = draft.AskedAt is not null;
            draft.AskedAt = now;
            await change.SaveAsync(token);
            return (draft, account, isAgain);
        }, ct);
        if (!begun.TryGet(out var work, out var refusal))
            return refusal;
        var made = work.Version.Origin == CredentialOrigin.CreatedKey
            ? await MakeKeyAsync(work.Version, work.Account, ct)
            : await MakeTokenAsync(work.Account, work.IsAgain, ct);
        return made.TryGet(out var whole, out var failed) ? await StoreAsync(context, id, whole, ct) : await LetGoAsync(context, id, failed, ct);
    }

    /// <summary>How a key that we asked for is named at the provider, and found again.</summary>
    internal static string KeyName(CredentialVersion version) => $"org-{version.OrgId:N}-v{version.Number}";

    private async Task<Result<Guid, CredentialRefusal>> MakeAsync(OrgContext context, CredentialOrigin origin, string? reason, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.ManageCredentials, ct);
        var drafted = await DraftAsync(
            context, origin, reason,
            (change, _) => vault.TryOpen(change.Active) is { AuthToken: not null } ? null : new CredentialRefusal(CredentialRefusalKind.NothingToStartFrom),
            ct);
        return drafted.TryGet(out var id, out var refusal) ? await ContinueAsync(context, id, ct) : refusal;
    }

    private async Task<Result<Guid, CredentialRefusal>> DraftAsync(
        OrgContext context, CredentialOrigin origin, string? reason, Func<CredentialChange, CredentialVersion, CredentialRefusal?> fill, CancellationToken ct)
    {
        if (!CredentialVault.Reason(reason).TryGet(out var why, out var unexplained))
            return unexplained;
        return await vault.ChangeAsync<Guid>(context, async (change, token) =>
        {
            if (change.Open is not null)
                return new CredentialRefusal(CredentialRefusalKind.AnotherIsOpen);
            if (origin == CredentialOrigin.SecondaryToken && change.Active is { Origin: CredentialOrigin.SecondaryToken, PromotedAt: null })
                return new CredentialRefusal(CredentialRefusalKind.StillNeeded, "The token before this one has not been made the account's primary yet.");
            var version = new CredentialVersion
            {
                OrgId = context.Org.Value, Id = Guid.CreateVersion7(), Number = change.Versions is [.., var last] ? last.Number + 1 : 1, Origin = origin,
                LastFour = "", Fingerprint = "", CreatedAt = time.GetCurrentInstant(),
            };
            if (fill(change, version) is { } refusal)
                return refusal;
            change.Add(version);
            await change.AuditAsync("credential.drafted", Persistence.SnakeCaseEnumConverter<CredentialOrigin>.ToName(origin), version, why, token);
            return version.Id;
        }, ct);
    }

    private async Task<Result<TwilioAccount, CredentialRefusal>> MakeKeyAsync(CredentialVersion version, TwilioAccount account, CancellationToken ct)
    {
        var (login, name) = (account.TokenLogin!, KeyName(version));
        if (!(await provider.FindKeysAsync(login, name, ct)).TryGet(out var orphans, out var unseen))
            return ProviderWords.Of(unseen, NeedsToken);
        foreach (var orphan in orphans)
        {
            if (await provider.DeleteKeyAsync(login, orphan, ct) is { } kept)
                return ProviderWords.Of(kept, NeedsToken);
        }
        return (await provider.CreateKeyAsync(login, name, s_permissions, ct)).TryGet(out var key, out var failure)
            ? account with { ApiKeySid = key.Sid, ApiKeySecret = key.Secret }
            : ProviderWords.Of(failure, NeedsToken);
    }

    private async Task<Result<TwilioAccount, CredentialRefusal>> MakeTokenAsync(TwilioAccount account, bool isAgain, CancellationToken ct)
    {
        // Only a second token that an earlier try of ours may have made; another one is somebody's own rotation.
        if (isAgain && await provider.DeleteSecondaryTokenAsync(account.TokenLogin!, ct) is { } kept)
            return ProviderWords.Of(kept, NeedsToken);
        return (await provider.CreateSecondaryTokenAsync(account.TokenLogin!, ct)).TryGet(out var second, out var failure)
            ? account with { AuthToken = second.Value }
            : ProviderWords.Of(failure, NeedsToken);
    }

    private Task<Result<Guid, CredentialRefusal>> StoreAsync(OrgContext context, Guid id, TwilioAccount account, CancellationToken ct) =>
        vault.ChangeAsync<Guid>(context, async (change, token) =>
        {
            if (change.Find(id) is not { State: CredentialState.Draft, Sealed: null } draft)
                return new CredentialRefusal(CredentialRefusalKind.ChangedMeanwhile);
            account.SealInto(draft, vault.Keys);
            (draft.FailedAt, draft.Failure) = (null, null);
            await change.AuditAsync("credential.created", "at_provider", draft, $"ends in {(draft.Origin == CredentialOrigin.CreatedKey ? draft.LastFour : draft.TokenLastFour)}", token);
            return id;
        }, ct);

    /// <summary>The draft stays, says why, and may be tried again at once.</summary>
    private async Task<Result<Guid, CredentialRefusal>> LetGoAsync(OrgContext context, Guid id, CredentialRefusal refusal, CancellationToken ct)
    {
        await vault.ChangeAsync<Guid>(context, async (change, token) =>
        {
            if (change.Find(id) is not { State: CredentialState.Draft, Sealed: null } draft)
                return id;
            // Not null: an earlier try is what tells the next one to look for what it left.
            draft.AskedAt = Instant.FromUnixTimeTicks(0);
            (draft.FailedAt, draft.Failure) = (time.GetCurrentInstant(), refusal.Why);
            await change.AuditAsync("credential.created", "failed", draft, null, token);
            return id;
        }, ct);
        return refusal;
    }
}
