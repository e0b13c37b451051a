using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Identity;

/// <summary>That a user acts for an organization, and as what.</summary>
public sealed record Membership(OrgId Org, string Slug, StaffRole Role);
