using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Components.Layout;

/// <summary>Roles as people call them.</summary>
public static class RoleWords
{
    public static string Word(this StaffRole role) => role switch
    {
        StaffRole.Manager => "Manager",
        StaffRole.Receptionist => "Receptionist",
        StaffRole.Auditor => "Auditor",
        StaffRole.PlatformAdmin => "Platform admin",
    };

    /// <summary>The page on which somebody of this role begins the day.</summary>
    public static string Start(this StaffRole role) => role switch
    {
        StaffRole.Manager or StaffRole.Receptionist => "today",
        StaffRole.Auditor => "audit",
        StaffRole.PlatformAdmin => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
