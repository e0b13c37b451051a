using NodaTime;

namespace Orchestrator.Core.Credentials;

/// <summary>One version of an organization's text-message credential. The secret is sealed; only its last four characters can be shown.</summary>
public sealed class CredentialVersion
{
    public Guid OrgId { get; init; }

    public Guid Id { get; init; }

    /// <summary>1 for the organization's first.</summary>
    public int Number { get; init; }

    public CredentialState State { get; set; }

    /// <summary>The whole credential as JSON, sealed (<see cref="KeyRing"/>).</summary>
    public required byte[] Sealed { get; set; }

    public required string LastFour { get; init; }

    /// <summary>First 16 hex digits of the SHA-256 of the secret: tells two apart without showing either.</summary>
    public required string Fingerprint { get; init; }

    public Instant CreatedAt { get; init; }
}
