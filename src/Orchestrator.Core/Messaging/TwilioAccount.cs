using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging.Twilio;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Messaging;

/// <summary>What one credential version holds, whole; exists in memory and, sealed, in <c>credential_version</c>.</summary>
public sealed record TwilioAccount(string AccountSid, string? AuthToken, string? ApiKeySid, string? ApiKeySecret, string? From, string? MessagingServiceSid)
{
    /// <summary>The secret that signs in: an API key's where there is one.</summary>
    private string Secret => ApiKeySecret ?? AuthToken ?? "";

    public string LastFour => Secret[^4..];

    public string? TokenLastFour => AuthToken?[^4..];

    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Secret}\n{AuthToken}")))[..16];

    /// <summary>For what only the account's own token may do; none where the clinic gave a key alone.</summary>
    public TwilioLogin? TokenLogin => AuthToken is { } token ? TwilioLogin.WithToken(AccountSid, token) : null;

    /// <exception cref="CryptographicException">Revoked, changed, moved, or sealed under a key that is not here.</exception>
    public static TwilioAccount Open(KeyRing keys, CredentialVersion version) => version.Sealed is { } blob
        ? JsonSerializer.Deserialize<TwilioAccount>(keys.Open(blob, version.SealPurpose))!
        : throw new CryptographicException($"Credential version {version.Number} holds no secret.");

    /// <summary>Seals it into the version, with what may be shown of it.</summary>
    public void SealInto(CredentialVersion version, KeyRing keys)
    {
        version.Sealed = keys.Seal(JsonSerializer.SerializeToUtf8Bytes(this), version.SealPurpose);
        (version.LastFour, version.Fingerprint, version.TokenLastFour, version.KeySid) = (LastFour, Fingerprint, TokenLastFour, ApiKeySid);
    }

    public TwilioCredential ToCredential(Guid versionId) =>
        new(versionId, AccountSid, ApiKeySid ?? AccountSid, Secret, AuthToken, new SenderRef(From, MessagingServiceSid));

    /// <summary>As an export shows it: secrets masked.</summary>
    public OrgFileTwilio ToFile() => new()
    {
        AccountSid = AccountSid,
        AuthToken = AuthToken is { } token ? OrgFileSecret.Masked(token[^4..]) : null,
        ApiKeySid = ApiKeySid,
        ApiKeySecret = ApiKeySecret is { } secret ? OrgFileSecret.Masked(secret[^4..]) : null,
        From = From,
        MessagingServiceSid = MessagingServiceSid,
    };

    public override string ToString() => $"TwilioAccount {Fingerprint}";
}
