using System.Collections.Immutable;

namespace Orchestrator.Core.Tenancy;

/// <summary>The organization file's <c>existing</c>: counts only when the organization is created.</summary>
public sealed record OrgFileExisting(ImmutableArray<OrgFileAppointment> Appointments, ImmutableArray<OrgFileHold> Holds, ImmutableArray<OrgFileBusy> ExternalBusy)
{
    public static readonly OrgFileExisting None = new([], [], []);

    public bool IsEmpty => Appointments.IsEmpty && Holds.IsEmpty && ExternalBusy.IsEmpty;
}
