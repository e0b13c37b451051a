using NodaTime;
using Orchestrator.Core.Contacts;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Credentials;

/// <summary>
/// Tries a version against the account and the sender, and by a text to the manager's own phone. A version that fails goes back
/// to being a draft and says why. Needs <see cref="StaffTask.ManageCredentials"/>.
/// </summary>
public sealed class CredentialTests(
    CredentialVault vault, StaffGuard guard, ISmsGateway gateway, ITwilioAccountClient provider, ClinicDirectory clinics, CredentialUseCounter uses, TimeProvider time)
{
    private static readonly Duration BetweenTexts = Duration.FromSeconds(15);

    /// <returns>What was found, in words.</returns>
    public async Task<Result<string, CredentialRefusal>> TestAsync(OrgContext context, Guid id, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.ManageCredentials, ct);
        if (!(await OpenAsync(context, id, ct)).TryGet(out var found, out var refusal))
            return refusal;
        var probe = await ProbeAsync(found.Version, found.Account, ct);
        return await RecordAsync(context, found.Version, probe, ct);
    }

    /// <summary>Sends one text with this version, whatever is active.</summary>
    /// <param name="phone">As typed; the clinic's country and allowed countries hold.</param>
    public async Task<Result<string, CredentialRefusal>> SendTextAsync(OrgContext context, Guid id, string? phone, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.ManageCredentials, ct);
        var clinic = await clinics.GetAsync(context.Org, ct);
        if (!PhoneNumber.Read(phone, clinic.Country, clinic.Otp.AllowedCountries).TryGet(out var to, out _))
            return new CredentialRefusal(CredentialRefusalKind.BadNumber);
        if (!(await OpenAsync(context, id, ct)).TryGet(out var found, out var refusal))
            return refusal;
        if (found.Version.TextedAt is { } texted && texted + BetweenTexts > time.GetCurrentInstant())
            return new CredentialRefusal(CredentialRefusalKind.StillNeeded, "A test text has just gone out.", texted + BetweenTexts);

        var message = new SmsMessage(
            SmsKind.Notice, to, $"{Short(clinic.Name)}: a test of the booking system's texts. Nothing to do.", Guid.Empty, TimeSpan.FromMinutes(5), 1);
        var result = await gateway.SendAsync(found.Account.ToCredential(id), message, ct);
        uses.Add(context.Org, id, isRefused: result is SmsSendResult.Refused);
        return result switch
        {
            SmsSendResult.Accepted => await TextedAsync(context, found.Version, ct),
            SmsSendResult.Refused { Class: SmsRefusalClass.Account } refused => await RecordAsync(
                context, found.Version, new CredentialProbe(false, TwilioErrors.OfRefusal(refused.HttpStatus, refused.ErrorCode).Staff), ct),
            SmsSendResult.Refused refused => new CredentialRefusal(CredentialRefusalKind.BadNumber, TwilioErrors.OfRefusal(refused.HttpStatus, refused.ErrorCode).Staff),
            SmsSendResult.NotSent => new CredentialRefusal(CredentialRefusalKind.ProviderSilent, "Twilio could not be asked just now; no text went out. Try again in a minute."),
            SmsSendResult.Unknown => new CredentialRefusal(CredentialRefusalKind.ProviderSilent, "Twilio has not answered; the text may still arrive. Wait a minute before you send another."),
            _ => throw new InvalidOperationException("A send has four ends."),
        };
    }

    /// <summary>Signs in with everything the version holds, and looks at the sender.</summary>
    internal async Task<CredentialProbe> ProbeAsync(CredentialVersion version, TwilioAccount account, CancellationToken ct)
    {
        var credential = account.ToCredential(version.Id);
        var probe = await gateway.ProbeAsync(credential, credential.Sender, ct);
        // A key signs in for texts; the token beside it is for callbacks and the next rotation, and may be wrong on its own.
        if (!probe.IsUsable || account.ApiKeySid is null || account.TokenLogin is not { } login)
            return probe;
        return (await provider.GetAccountAsync(login, ct)).TryGet(out _, out var failure)
            ? probe
            : failure.Kind == TwilioFailureKind.Refused
                ? new CredentialProbe(false, "The API key works, but Twilio rejects the auth token beside it. Enter the account's present token.")
                : new CredentialProbe(false, "Twilio could not be asked just now. Try again in a minute.", IsSure: false);
    }

    /// <summary>Writes a test's end down; the state follows it as long as the version is not in use.</summary>
    internal Task<Result<string, CredentialRefusal>> RecordAsync(OrgContext context, CredentialVersion seen, CredentialProbe probe, CancellationToken ct) =>
        vault.ChangeAsync<string>(context, async (change, token) =>
        {
            if (change.Find(seen.Id) is not { } version || version.Fingerprint != seen.Fingerprint || version.State == CredentialState.Revoked)
                return new CredentialRefusal(CredentialRefusalKind.ChangedMeanwhile);
            var now = time.GetCurrentInstant();
            if (probe.IsUsable)
            {
                (version.TestedAt, version.TestSays, version.FailedAt, version.Failure) = (now, probe.Explanation, null, null);
                if (version.State == CredentialState.Draft)
                    version.State = CredentialState.Verified;
                await change.AuditAsync("credential.tested", "passed", version, null, token);
                return probe.Explanation;
            }
            if (!probe.IsSure)
                return new CredentialRefusal(CredentialRefusalKind.ProviderSilent, probe.Explanation);
            (version.FailedAt, version.Failure) = (now, probe.Explanation);
            if (version.State == CredentialState.Verified)
                version.State = CredentialState.Draft;
            await change.AuditAsync("credential.tested", "failed", version, probe.Explanation, token);
            return new CredentialRefusal(CredentialRefusalKind.FailedTest, probe.Explanation);
        }, ct);

    private Task<Result<string, CredentialRefusal>> TextedAsync(OrgContext context, CredentialVersion seen, CancellationToken ct) =>
        vault.ChangeAsync<string>(context, async (change, token) =>
        {
            if (change.Find(seen.Id) is not { } version)
                return new CredentialRefusal(CredentialRefusalKind.NotFound);
            version.TextedAt = time.GetCurrentInstant();
            await change.AuditAsync("credential.texted", "accepted", version, null, token);
            return "Twilio took the text. Look at the phone before you go on.";
        }, ct);

    private async Task<Result<(CredentialVersion Version, TwilioAccount Account), CredentialRefusal>> OpenAsync(OrgContext context, Guid id, CancellationToken ct)
    {
        var version = (await vault.ReadAsync(context, ct)).Find(row => row.Id == id);
        if (version is null)
            return new CredentialRefusal(CredentialRefusalKind.NotFound);
        if (version.Sealed is null)
            return new CredentialRefusal(CredentialRefusalKind.ChangedMeanwhile);
        return vault.TryOpen(version) is { } account ? (version, account) : new CredentialRefusal(CredentialRefusalKind.Unreadable);
    }

    private static string Short(string name) => name.Length <= 60 ? name : name[..60];
}
