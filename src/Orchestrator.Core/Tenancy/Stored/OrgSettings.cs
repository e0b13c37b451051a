namespace Orchestrator.Core.Tenancy.Stored;

/// <summary>What an organization has set for itself, beside its locations, services, providers and rooms.</summary>
public sealed class OrgSettings
{
    public Guid OrgId { get; init; }

    /// <summary>Rises with every change of the organization's configuration; a claim made under an older one is redone.</summary>
    public long Version { get; set; }

    public required string Name { get; set; }

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; set; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public required string Country { get; set; }

    public required string Locale { get; set; }

    public int SlotIntervalMinutes { get; set; }

    public int MinNoticeMinutes { get; set; }

    public int HorizonDays { get; set; }

    public int HoldMinutes { get; set; }

    public int RetentionDays { get; set; }

    /// <summary>E.164, or none.</summary>
    public string? TransferNumber { get; set; }

    /// <summary>Texts go to the sandbox also outside Development.</summary>
    public bool IsTest { get; set; }

    /// <summary>The organization file's <c>otp</c> object, as JSON.</summary>
    public required string Otp { get; set; }

    /// <summary>The organization file's <c>redaction</c> object, as JSON.</summary>
    public required string Redaction { get; set; }
}
