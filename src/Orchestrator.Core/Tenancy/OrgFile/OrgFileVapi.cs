using System.Collections.Immutable;

namespace Orchestrator.Core.Tenancy;

/// <summary>The organization file's <c>vapi</c>: who may call the webhook for the organization, and where calls come in.</summary>
public sealed record OrgFileVapi(
    ImmutableArray<OrgFileSecret> Secrets,
    ImmutableArray<OrgFileSecret> HmacSecrets,
    ImmutableArray<OrgFilePhoneNumber> PhoneNumbers,
    ImmutableArray<string> AssistantIds)
{
    public static readonly OrgFileVapi None = new([], [], [], []);
}
