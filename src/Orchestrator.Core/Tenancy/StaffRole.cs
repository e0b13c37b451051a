namespace Orchestrator.Core.Tenancy;

/// <summary>What a person is to an organization; <see cref="StaffRoles"/> says what each may do.</summary>
public enum StaffRole
{
    /// <summary>Everything of one organization.</summary>
    Manager,

    /// <summary>Holds, appointments, calls and contacts of one organization.</summary>
    Receptionist,

    /// <summary>Reads audit, verifications and exports of one organization; changes nothing.</summary>
    Auditor,

    /// <summary>Runs the installation. Of no organization, and sees no patient data.</summary>
    PlatformAdmin,
}
