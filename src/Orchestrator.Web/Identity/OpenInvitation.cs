using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Identity;

/// <summary>An invitation that can still be accepted.</summary>
public sealed record OpenInvitation(Guid Id, OrgId Org, string Slug, string Email, StaffRole Role);
