namespace Orchestrator.Core.Tenancy;

/// <summary>Who is who: what the portal's user store answers to Core, which knows no users.</summary>
public interface IStaffAccess
{
    /// <summary>
    /// The role the user has in the organization at this moment, or null: no membership, ended, or the user is disabled.
    /// Never from a cache: a role that was taken away is gone with the next action.
    /// </summary>
    ValueTask<StaffRole?> RoleOfAsync(OrgId org, Guid userId, CancellationToken ct);

    /// <summary>Whether the user runs the installation, at this moment.</summary>
    ValueTask<bool> IsPlatformAdminAsync(Guid userId, CancellationToken ct);
}
