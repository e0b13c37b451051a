using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>
/// <c>X-Twilio-Signature</c>: Base64 of HMAC-SHA1, keyed with the account's primary auth token, over the address and the
/// form's names and values in ordinal order of the names. Never keyed with an API key's secret.
/// </summary>
public static class TwilioSignature
{
    public const string Header = "X-Twilio-Signature";

    private const string BodyHashName = "bodySHA256";

    /// <summary>Whether one of the tokens signed this form, with or without the default port in the address.</summary>
    /// <param name="signature">The header's value; missing or empty is never valid.</param>
    /// <param name="url">The address as Twilio was told it, query included; a fragment is not signed and falls away.</param>
    /// <param name="parameters">All that were received, decoded: Twilio may add new ones at any time.</param>
    /// <param name="authTokens">The current one, and during a rotation the previous one.</param>
    public static bool IsValid(string? signature, string url, IEnumerable<KeyValuePair<string, string>> parameters, IEnumerable<string> authTokens)
    {
        var values = SignedValues(parameters);
        return IsAny(signature, SignedUrl.Variants(url).SelectMany(address => values.Select(value => address + value)), authTokens);
    }

    /// <summary>As the form's check, for a JSON body: the address names the body's SHA-256, and the address alone is signed.</summary>
    public static bool IsValidBody(string? signature, string url, ReadOnlySpan<byte> body, IEnumerable<string> authTokens)
    {
        var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(body)));
        var named = Encoding.UTF8.GetBytes(SignedUrl.QueryValue(url, BodyHashName) ?? "");
        return CryptographicOperations.FixedTimeEquals(expected, named) & IsAny(signature, SignedUrl.Variants(url), authTokens);
    }

    /// <summary>The signature that Twilio would send.</summary>
    public static string Sign(string url, IEnumerable<KeyValuePair<string, string>> parameters, string authToken) =>
        Convert.ToBase64String(Hash(SignedUrl.WithoutFragment(url) + SignedValues(parameters)[0], authToken));

    private static bool IsAny(string? signature, IEnumerable<string> candidates, IEnumerable<string> authTokens)
    {
        if (string.IsNullOrEmpty(signature))
            return false;
        var presented = Encoding.UTF8.GetBytes(signature);
        var signed = candidates.ToList();
        var isValid = false;
        foreach (var token in authTokens.Where(token => token.Length > 0))
        {
            // Every candidate is tried whatever the outcome, so the time does not tell which came close.
            foreach (var candidate in signed)
                isValid |= CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToBase64String(Hash(candidate, token))), presented);
        }

        return isValid;
    }

    /// <summary>
    /// A name that occurs more than once is signed in two ways in the wild: each distinct value after its name, sorted, or the
    /// values joined by commas. Message callbacks have none, and then both are the same.
    /// </summary>
    private static List<string> SignedValues(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var byName = parameters.GroupBy(parameter => parameter.Key, parameter => parameter.Value, StringComparer.Ordinal).OrderBy(name => name.Key, StringComparer.Ordinal).ToList();
        var apart = string.Concat(byName.SelectMany(name => name.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(value => name.Key + value)));
        var joined = string.Concat(byName.Select(name => name.Key + string.Join(',', name)));
        return apart == joined ? [apart] : [apart, joined];
    }

    // SHA-1 is Twilio's choice; as a keyed hash it is not touched by SHA-1's collisions.
#pragma warning disable CA5350
    private static byte[] Hash(string text, string authToken) => HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
}
