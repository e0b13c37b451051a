using NodaTime;

namespace Orchestrator.Core.Credentials;

/// <summary>
/// One version of an organization's text-message credential: docs/state-machines.md. The secrets are sealed and gone for good
/// once it is revoked; only last four characters and a fingerprint can be read.
/// </summary>
public sealed class CredentialVersion
{
    public const string Sms = "sms";

    public Guid OrgId { get; init; }

    /// <summary>
    /// What its secret is sealed for: purpose, organization, credential and version. A sealed value that was moved to another
    /// row, or whose row was changed into another, does not open.
    /// </summary>
    public string SealPurpose => $"{Purpose}-credential|{OrgId}|{Id}|v{Number}";

    public Guid Id { get; init; }

    /// <summary>1 for the organization's first.</summary>
    public int Number { get; init; }

    /// <summary>What it is for; at most one version of a purpose is active.</summary>
    public string Purpose { get; init; } = Sms;

    public CredentialState State { get; set; }

    public CredentialOrigin Origin { get; init; }

    /// <summary>The whole credential as JSON, sealed (<see cref="KeyRing"/>). None while the provider has yet to make it, and none once revoked.</summary>
    public byte[]? Sealed { get; set; }

    /// <summary>Of the secret that signs in; empty until there is one.</summary>
    public required string LastFour { get; set; }

    /// <summary>First 16 hex digits of the SHA-256 of the secrets: tells two versions apart without showing either.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>Of the auth token, where there is one.</summary>
    public string? TokenLastFour { get; set; }

    /// <summary>SK… where an API key signs in: an identifier, by which it is found in the provider's console.</summary>
    public string? KeySid { get; set; }

    public Instant CreatedAt { get; init; }

    /// <summary>When the provider was last asked to make it; keeps two people from asking at once.</summary>
    public Instant? AskedAt { get; set; }

    /// <summary>Of the last test that it passed.</summary>
    public Instant? TestedAt { get; set; }

    /// <summary>What that test said, in words.</summary>
    public string? TestSays { get; set; }

    /// <summary>Since when it is known not to work; none while it is not.</summary>
    public Instant? FailedAt { get; set; }

    /// <summary>Why, in words.</summary>
    public string? Failure { get; set; }

    /// <summary>Of the last test text that the provider took.</summary>
    public Instant? TextedAt { get; set; }

    public Instant? ActivatedAt { get; set; }

    public Instant? RetiredAt { get; set; }

    /// <summary>When its auth token became the account's primary one.</summary>
    public Instant? PromotedAt { get; set; }

    public Instant? RevokedAt { get; set; }

    /// <summary>When the provider confirmed that the key is deleted there.</summary>
    public Instant? DeletedAt { get; set; }
}
