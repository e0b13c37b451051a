using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Messaging;

/// <summary>What one credential version holds, whole; exists in memory and, sealed, in <c>credential_version</c>.</summary>
public sealed record TwilioAccount(string AccountSid, string? AuthToken, string? ApiKeySid, string? ApiKeySecret, string? From, string? MessagingServiceSid)
{
    /// <summary>The secret that signs in: an API key's where there is one.</summary>
    private string Secret => ApiKeySecret ?? AuthToken ?? "";

    public string LastFour => Secret[^4..];

    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)))[..16];

    /// <exception cref="CryptographicException">Changed, moved, or sealed under a key that is not here.</exception>
    public static TwilioAccount Open(KeyRing keys, OrgId org, CredentialVersion version) =>
        JsonSerializer.Deserialize<TwilioAccount>(keys.Open(version.Sealed, Purpose(org, version.Id)))!;

    public byte[] Seal(KeyRing keys, OrgId org, Guid versionId) => keys.Seal(JsonSerializer.SerializeToUtf8Bytes(this), Purpose(org, versionId));

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

    private static string Purpose(OrgId org, Guid versionId) => $"sms-credential|{org}|{versionId}";
}
