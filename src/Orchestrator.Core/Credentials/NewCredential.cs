using Orchestrator.Core.Contacts;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Credentials;

/// <summary>
/// What a manager entered. What is left out of account, token and sender stays as the active version has it, so that a new key
/// can be pasted alone. Its text form shows nothing.
/// </summary>
public sealed record NewCredential(string? AccountSid, string? ApiKeySid, string? ApiKeySecret, string? AuthToken, string? From, string? MessagingServiceSid)
{
    /// <summary>The whole credential, or which field to correct.</summary>
    internal Result<TwilioAccount, CredentialRefusal> Complete(TwilioAccount? active)
    {
        var account = Trim(AccountSid) ?? active?.AccountSid;
        var (key, secret, token) = (Trim(ApiKeySid), Trim(ApiKeySecret), Trim(AuthToken));
        var (from, service) = (Number(From), Trim(MessagingServiceSid));
        var isSameAccount = account == active?.AccountSid;
        if (from is null && service is null && isSameAccount)
            (from, service) = (active?.From, active?.MessagingServiceSid);

        if (!TwilioSid.IsAccount(account))
            return Bad("The account SID must be AC and 32 hexadecimal digits.");
        if (key is not null && !TwilioSid.IsKey(key))
            return Bad("The API key's SID must be SK and 32 hexadecimal digits.");
        if (key is null != secret is null)
            return Bad("An API key's SID and its secret come together.");
        if (secret is not null && !IsSecret(secret))
            return Bad("The API key's secret must be 16 to 512 visible characters without spaces.");
        if (token is not null && !IsSecret(token))
            return Bad("The auth token must be 16 to 512 visible characters without spaces.");
        if (key is null && token is null)
            return Bad("Enter an API key with its secret, or the account's auth token.");
        if (from is null == service is null)
            return Bad("Enter one sender: a number or a messaging service.");
        if (from is not null && !PhoneNumber.TryParseE164(from, out _))
            return Bad("The sender's number must be written with + and the country code, such as +12025550123.");
        if (service is not null && !TwilioSid.IsMessagingService(service))
            return Bad("The messaging service's SID must be MG and 32 hexadecimal digits.");

        // The token still signs the callbacks of an account whose key alone was replaced, and the other way round.
        return new TwilioAccount(
            account,
            token ?? (isSameAccount ? active?.AuthToken : null),
            key,
            secret,
            from,
            service);
    }

    public override string ToString() => "NewCredential";

    private static bool IsSecret(string text) => OrgFileSecret.TryParse(text, out var secret) && !secret.IsMasked;

    /// <summary>As Twilio's console shows it, "+1 (415) 555-0178", or as it is sent.</summary>
    private static string? Number(string? text) =>
        Trim(text) is ['+', ..] written ? string.Concat(written.Where(c => !char.IsWhiteSpace(c) && c is not ('(' or ')' or '-' or '.'))) : Trim(text);

    private static string? Trim(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static CredentialRefusal Bad(string why) => new(CredentialRefusalKind.BadInput, why);
}
