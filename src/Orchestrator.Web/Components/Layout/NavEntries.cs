using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Components.Layout;

/// <summary>The pages, in the order of the navigation. A test holds each to the attribute of its page.</summary>
public static class NavEntries
{
    public static IReadOnlyList<NavEntry> All { get; } =
    [
        new("Desk", "Today", "today", "sun", StaffTask.SeeDesk, "home dashboard overview now"),
        new("Desk", "Holds", "holds", "hourglass", StaffTask.SeeDesk, "waiting code needs staff callback"),
        new("Desk", "Calls", "calls", "phone", StaffTask.SeeDesk, "transcripts conversations reports"),
        new("Desk", "Messages", "messages", "message", StaffTask.SeeMessages, "texts sms codes delivered failed landline"),
        new("Clinic", "Voice agent", "agent", "headset", StaffTask.ManageClinic, "vapi assistant tools webhook connect setup export"),
        new("Clinic", "Redaction", "redaction", "eraser", StaffTask.ManageClinic, "privacy policy preview transcript"),
        new("Clinic", "Credentials", "credentials", "key", StaffTask.ManageCredentials, "twilio rotate secret text messages"),
        new("Clinic", "People", "people", "people", StaffTask.ManagePeople, "users roles invite members"),
        new("Trust", "Audit", "audit", "chain", StaffTask.SeeAudit, "log history who verify chain export"),
        new("Platform", "Clinics", "clinics", "building", StaffTask.SeePlatform, "organizations tenants"),
    ];

    /// <summary>Those that this person may open from where they are.</summary>
    public static IEnumerable<NavEntry> For(Viewer viewer, CurrentOrg? org) =>
        All.Where(entry => entry.IsPlatform ? viewer.IsPlatformAdmin : org?.May(entry.Task) == true);
}
