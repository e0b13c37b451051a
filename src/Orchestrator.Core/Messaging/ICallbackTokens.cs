using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Messaging;

/// <summary>By which secrets the provider's reports can be believed.</summary>
public interface ICallbackTokens
{
    /// <summary>
    /// The auth tokens that may have signed a callback of the organization: the active version's first, then those of versions
    /// that are retiring, for texts that are still on their way. Empty where the clinic gave no token. From memory, dropped
    /// within a second of a change.
    /// </summary>
    ValueTask<IReadOnlyList<string>> CallbackTokensAsync(OrgId org, CancellationToken ct);
}
