using Microsoft.Extensions.Primitives;

namespace Orchestrator.Web.Vapi.Authentication;

/// <summary>
/// What the headers offer as proof. The first kind present decides and another is not tried after it fails: the shared
/// secret, a bearer token, a signature.
/// </summary>
internal readonly record struct PresentedCredential(string? Secret, string? Signature, string? Timestamp)
{
    private const int LongestSecret = 1_024;
    private const string BearerPrefix = "Bearer ";

    public bool IsNone => Secret is null && Signature is null;

    public static PresentedCredential Read(IHeaderDictionary headers)
    {
        if (headers.TryGetValue("X-Vapi-Secret", out var secret) && !StringValues.IsNullOrEmpty(secret))
            return new(Single(secret), null, null);

        var authorization = headers.Authorization;
        if (authorization.Count == 1 && authorization[0] is { } value && value.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase))
            return new(Single(value[BearerPrefix.Length..].Trim()), null, null);

        return headers.TryGetValue("x-signature", out var signature) && !StringValues.IsNullOrEmpty(signature)
            ? new(null, Single(signature), Single(headers["x-timestamp"]))
            : default;
    }

    public override string ToString() => "[credential]";

    /// <summary>Two values of one header, or a monstrous one, are as good as a wrong one.</summary>
    private static string Single(StringValues values) => values is [{ Length: <= LongestSecret } only] ? only : "";
}
