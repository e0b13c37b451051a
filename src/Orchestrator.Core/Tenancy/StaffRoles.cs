namespace Orchestrator.Core.Tenancy;

/// <summary>The whole matrix of roles and tasks; what is not here is denied. See docs/adr/0012-roles.md.</summary>
public static class StaffRoles
{
    public static bool May(this StaffRole role, StaffTask task) => task switch
    {
        StaffTask.SeeDesk => role is StaffRole.Manager or StaffRole.Receptionist,
        StaffTask.WorkDesk => role is StaffRole.Manager or StaffRole.Receptionist,
        StaffTask.SeeMessages => role is StaffRole.Manager or StaffRole.Receptionist or StaffRole.Auditor,
        StaffTask.SeeAudit => role is StaffRole.Manager or StaffRole.Auditor,
        StaffTask.ManageClinic => role is StaffRole.Manager,
        StaffTask.ManageCredentials => role is StaffRole.Manager,
        StaffTask.ManagePeople => role is StaffRole.Manager,
        StaffTask.SeePlatform => role is StaffRole.PlatformAdmin,
    };
}
