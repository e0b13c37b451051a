using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Messaging;

/// <summary>The three places that a credential is put together from. None waits for another.</summary>
public interface ISmsCredentialStores
{
    /// <summary>The active version and those that are retiring, the newest first, still sealed.</summary>
    Task<IReadOnlyList<CredentialVersion>> VersionsAsync(OrgId org, CancellationToken ct);

    /// <summary>The sandbox, where it may stand in for a missing credential.</summary>
    Task<SandboxCredential?> SandboxAsync(OrgId org, CancellationToken ct);

    /// <summary>The keys that open them, as they are now.</summary>
    Task<KeyRing> KeysAsync(CancellationToken ct);
}
