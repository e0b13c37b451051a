namespace Orchestrator.Core.Tenancy.Stored;

/// <summary>One credential by which the voice platform proves that a webhook is for an organization.</summary>
public sealed class StoredVoiceSecret
{
    public Guid OrgId { get; init; }

    public VoiceSecretKind Kind { get; init; }

    /// <summary>SHA-256 of the secret: the look-up key, unique over all organizations.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The secret itself, sealed under a key-encryption key; only where a signature must be computed (HMAC).</summary>
    public byte[]? Sealed { get; set; }

    public required string LastFour { get; init; }

    /// <summary>Place in the organization file.</summary>
    public int Position { get; set; }
}
