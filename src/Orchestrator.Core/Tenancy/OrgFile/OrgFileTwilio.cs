namespace Orchestrator.Core.Tenancy;

/// <summary>
/// The organization file's <c>twilio</c>: an account, a way in (token, key or both) and exactly one sender. Absent means the sandbox,
/// where that is allowed.
/// </summary>
public sealed record OrgFileTwilio
{
    /// <summary><c>AC</c> and 32 hexadecimal digits.</summary>
    public required string AccountSid { get; init; }

    public OrgFileSecret? AuthToken { get; init; }

    /// <summary><c>SK</c> and 32 hexadecimal digits; comes with <see cref="ApiKeySecret"/>.</summary>
    public string? ApiKeySid { get; init; }

    public OrgFileSecret? ApiKeySecret { get; init; }

    /// <summary>E.164; not together with <see cref="MessagingServiceSid"/>.</summary>
    public string? From { get; init; }

    /// <summary><c>MG</c> and 32 hexadecimal digits; not together with <see cref="From"/>.</summary>
    public string? MessagingServiceSid { get; init; }
}
