using System.Collections.Immutable;
using Orchestrator.Core.Verification;

namespace Orchestrator.Core.Tenancy;

/// <summary>
/// A clinic as configuration, format <c>orchestrator-org/1</c>: read and checked whole, with every default filled in. Lists keep the
/// file's order, which is the order of offers.
/// </summary>
public sealed record OrgFile
{
    public const string SchemaName = "orchestrator-org/1";

    /// <summary>Lower-case letters, digits and inner hyphens, 1 to 63: names the organization in commands and links.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>BCP 47: language, perhaps script, perhaps region.</summary>
    public required string Locale { get; init; }

    /// <summary>5, 10, 15, 20, 30 or 60.</summary>
    public int SlotIntervalMinutes { get; init; } = 30;

    public int MinNoticeMinutes { get; init; }

    public int HorizonDays { get; init; } = 365;

    public int HoldMinutes { get; init; } = 10;

    public int RetentionDays { get; init; } = 90;

    /// <summary>E.164, or null.</summary>
    public string? TransferNumber { get; init; }

    /// <summary>The file's <c>test</c>: texts go to the sandbox outside Development as well.</summary>
    public bool IsTest { get; init; }

    public required OtpPolicy Otp { get; init; }

    public OrgFileRedaction Redaction { get; init; } = OrgFileRedaction.Default;

    public OrgFileVapi Vapi { get; init; } = OrgFileVapi.None;

    public OrgFileTwilio? Twilio { get; init; }

    public ImmutableArray<OrgFileLocation> Locations { get; init; } = [];

    public ImmutableArray<OrgFileService> Services { get; init; } = [];

    public ImmutableArray<OrgFileProvider> Providers { get; init; } = [];

    public ImmutableArray<OrgFileRoom> Rooms { get; init; } = [];

    public OrgFileExisting Existing { get; init; } = OrgFileExisting.None;

    /// <summary>Every secret with its path, for those that must be compared with what is stored.</summary>
    public IEnumerable<(string Path, OrgFileSecret Secret)> Secrets()
    {
        for (var i = 0; i < Vapi.Secrets.Length; i++)
            yield return ($"$.vapi.secrets[{i}]", Vapi.Secrets[i]);
        for (var i = 0; i < Vapi.HmacSecrets.Length; i++)
            yield return ($"$.vapi.hmacSecrets[{i}]", Vapi.HmacSecrets[i]);
        if (Twilio?.AuthToken is { } token)
            yield return ("$.twilio.authToken", token);
        if (Twilio?.ApiKeySecret is { } secret)
            yield return ("$.twilio.apiKeySecret", secret);
    }
}
