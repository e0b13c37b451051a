using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Credentials;

/// <summary>How an organization's active credential stands.</summary>
/// <param name="Days">Since its secret came here.</param>
/// <param name="IsFailing">Its last test failed, or the provider has refused its login.</param>
public sealed record CredentialAge(OrgId Org, string Slug, Guid VersionId, int Number, int Days, int RemindAfterDays, bool IsFailing)
{
    public bool IsOld => Days >= RemindAfterDays;
}
