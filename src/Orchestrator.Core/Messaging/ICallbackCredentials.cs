using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Messaging;

/// <summary>By whose tokens a callback is believed.</summary>
public interface ICallbackCredentials
{
    /// <summary>
    /// The auth tokens of the account that sent with <paramref name="versionId"/>: of versions in use first, then of those that
    /// are being retired. And a credential of that account, for asking where there is no token.
    /// </summary>
    ValueTask<(IReadOnlyList<string> Tokens, SmsCredential? Credential)> FindAsync(OrgId org, Guid? versionId, CancellationToken ct);
}
