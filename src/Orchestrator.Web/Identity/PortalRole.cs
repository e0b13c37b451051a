using Microsoft.AspNetCore.Identity;

namespace Orchestrator.Web.Identity;

/// <summary>A global role. The only one is <see cref="PlatformAdmin"/>; all others belong to a membership.</summary>
public sealed class PortalRole : IdentityRole<Guid>
{
    public const string PlatformAdmin = nameof(Core.Tenancy.StaffRole.PlatformAdmin);
}
