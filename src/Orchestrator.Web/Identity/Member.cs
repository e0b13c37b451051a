using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Identity;

/// <summary>A person of one organization, as its manager sees them.</summary>
public sealed record Member(Guid UserId, string DisplayName, string Email, StaffRole Role, bool IsDisabled, DateTimeOffset Since);
