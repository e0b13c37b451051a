using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Messaging;

/// <summary>Whose dispatch a callback is about.</summary>
/// <param name="Org">The organization.</param>
/// <param name="AuthTokens">
/// The account's auth tokens that may have signed it: the current one, and for 15 minutes after a rotation the one before. Empty
/// where the clinic stored an API key only.
/// </param>
/// <param name="Credential">For asking the provider itself, where no token can check the signature.</param>
public sealed record CallbackOwner(OrgId Org, IReadOnlyList<string> AuthTokens, SmsCredential? Credential)
{
    public override string ToString() => $"CallbackOwner {Org}";
}
