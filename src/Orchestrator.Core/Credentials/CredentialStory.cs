using System.Collections.Immutable;
using NodaTime;

namespace Orchestrator.Core.Credentials;

/// <summary>An organization's versions, the newest first, and what can be begun now.</summary>
/// <param name="Now">The instant it was read.</param>
/// <param name="UsesSandbox">Nothing is active and texts go to the sandbox.</param>
/// <param name="CanAskProvider">The active version holds the account's auth token, with which keys and tokens are made.</param>
/// <param name="RemindAfterDays">Age from which an active secret should be replaced.</param>
public sealed record CredentialStory(ImmutableArray<CredentialView> Versions, Instant Now, bool UsesSandbox, bool CanAskProvider, int RemindAfterDays)
{
    public CredentialView? Active => Versions.FirstOrDefault(version => version.State == CredentialState.Active);

    /// <summary>The one that is being prepared.</summary>
    public CredentialView? Open => Versions.FirstOrDefault(version => version.State is CredentialState.Draft or CredentialState.Verified);

    public IEnumerable<CredentialView> Retiring => Versions.Where(version => version.State == CredentialState.Retiring);

    /// <summary>The active token is not the account's primary one yet.</summary>
    public bool NeedsPromotion => Active is { Origin: CredentialOrigin.SecondaryToken, PromotedAt: null };
}
