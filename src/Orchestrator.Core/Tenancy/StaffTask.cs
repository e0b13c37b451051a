namespace Orchestrator.Core.Tenancy;

/// <summary>What a staff service or a page asks leave for: coarser than a method, finer than a role.</summary>
public enum StaffTask
{
    /// <summary>See holds, appointments, calls and the people they are for.</summary>
    SeeDesk,

    /// <summary>Take over, confirm, release, book, move or cancel.</summary>
    WorkDesk,

    /// <summary>See which texts went out and how they fared: last digits, no names. Part of the record of verifications.</summary>
    SeeMessages,

    /// <summary>Read, verify and export the audit trail and the record of verifications.</summary>
    SeeAudit,

    /// <summary>See and change the clinic's settings: hours, services, redaction, the voice agent.</summary>
    ManageClinic,

    /// <summary>Enter, test, activate and revoke the credentials of the text-message provider.</summary>
    ManageCredentials,

    /// <summary>Invite people, change their role, end their access.</summary>
    ManagePeople,

    /// <summary>See every organization's existence and health, and nothing of a patient.</summary>
    SeePlatform,
}
