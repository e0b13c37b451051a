using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Messaging;

/// <summary>In whose name a text goes out. Its text form never shows a secret.</summary>
public abstract record SmsCredential;

/// <summary>No provider: the text lands in this process's <see cref="SandboxInbox"/>.</summary>
public sealed record SandboxCredential(OrgId Org, string Slug) : SmsCredential;

/// <summary>A clinic's own Twilio account.</summary>
/// <param name="VersionId">Which of the organization's credential versions this is.</param>
/// <param name="AccountSid">AC…; stands in every path, also with an API key.</param>
/// <param name="User">User of HTTP Basic: the account's SID, or an API key's.</param>
/// <param name="Secret">The auth token, or the key's secret.</param>
/// <param name="AuthToken">For checking callback signatures, where the clinic gave it.</param>
/// <param name="Sender">What the text comes from.</param>
public sealed record TwilioCredential(Guid VersionId, string AccountSid, string User, string Secret, string? AuthToken, SenderRef Sender) : SmsCredential
{
    public override string ToString() => $"TwilioCredential {VersionId}";
}
