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

    public int OtpDigits { get; set; } = 6;

    public int OtpLifeMinutes { get; set; } = 5;

    public int OtpMaxAttempts { get; set; } = 5;

    public int OtpCooldownSeconds { get; set; } = 30;

    public int OtpMaxSends { get; set; } = 3;

    public bool OtpIsRequired { get; set; } = true;

    /// <summary>ISO 3166 codes.</summary>
    public string[] OtpAllowedCountries { get; set; } = [];
}
