using NodaTime;

namespace Orchestrator.Core.Credentials;

/// <summary>
/// How often a version was used in one hour. Beside the version and not on it: counting must neither wait for a manager's
/// change nor announce one (docs/adr/0015-credential-versions.md).
/// </summary>
public sealed class CredentialUse
{
    public Guid OrgId { get; init; }

    public Guid VersionId { get; init; }

    /// <summary>Its beginning.</summary>
    public Instant Hour { get; init; }

    /// <summary>Requests that were made with it, whatever came of them.</summary>
    public int Sends { get; set; }

    /// <summary>Those among them that the provider refused.</summary>
    public int Refused { get; set; }

    public Instant LastUsedAt { get; set; }
}
