using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;
using Orchestrator.Core.Booking;

namespace Orchestrator.Core.Tenancy;

/// <summary>Reads the file's <c>existing</c>.</summary>
internal sealed class OrgFileRows(OrgFileLists lists, List<string> appointmentPaths)
{
    /// <summary>FHIR R4 appointment statuses and what they become; null is left out.</summary>
    private static readonly FrozenDictionary<string, BookingStatus?> Statuses = new Dictionary<string, BookingStatus?>
    {
        ["pending"] = BookingStatus.Booked,
        ["booked"] = BookingStatus.Booked,
        ["arrived"] = BookingStatus.Arrived,
        ["checked-in"] = BookingStatus.Arrived,
        ["fulfilled"] = BookingStatus.Fulfilled,
        ["noshow"] = BookingStatus.Noshow,
        ["cancelled"] = BookingStatus.Cancelled,
        ["entered-in-error"] = BookingStatus.Cancelled,
        ["proposed"] = null,
        ["waitlist"] = null,
    }.ToFrozenDictionary();

    private static readonly Instant Earliest = Instant.FromUtc(2000, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(2200, 1, 1, 0, 0);
    private static readonly Duration Longest = Duration.FromDays(366);

    public OrgFileExisting Read(FileObject root)
    {
        if (root.Object("existing", "appointments", "holds", "externalBusy") is not { } existing)
            return OrgFileExisting.None;

        var appointments = ImmutableArray.CreateBuilder<OrgFileAppointment>();
        foreach (var item in existing.Items("appointments"))
        {
            if (Appointment(existing.Object(item, "providerId", "serviceId", "start", "end", "status", "roomId")) is not { } appointment)
                continue;
            appointments.Add(appointment);
            appointmentPaths.Add(item.Path);
        }

        var holds = existing.Items("holds").Select(item => Hold(existing.Object(item, "providerId", "serviceId", "start", "end", "expiresAt", "callId")));
        var busy = existing.Items("externalBusy").Select(item => Busy(existing.Object(item, "providerId", "start", "end", "transparency")));
        return new OrgFileExisting(appointments.DrainToImmutable(), [.. holds], [.. busy]);
    }

    private OrgFileAppointment? Appointment(FileObject json)
    {
        var (start, end) = Span(json);
        BookingStatus? status = BookingStatus.Booked;
        if (json.Required("status") is { Length: > 0 } text && !Statuses.TryGetValue(text, out status))
            json.Fault(json.At("status"), "must be an appointment status of FHIR R4.");
        var (provider, service) = (lists.Reference(json, "providerId", OrgFileKind.Provider), lists.Reference(json, "serviceId", OrgFileKind.Service));
        var room = json.Text("roomId");
        lists.Check(room ?? "", json.At("roomId"), OrgFileKind.Room);
        return status is { } kept ? new OrgFileAppointment(provider, service, start, end, kept, room) : null;
    }

    private OrgFileHold Hold(FileObject json)
    {
        var (start, end) = Span(json);
        return new OrgFileHold(
            lists.Reference(json, "providerId", OrgFileKind.Provider),
            lists.Reference(json, "serviceId", OrgFileKind.Service),
            start,
            end,
            FileHours.Instant(json, "expiresAt"),
            json.Text("callId"));
    }

    private OrgFileBusy Busy(FileObject json)
    {
        var (start, end) = Span(json);
        var transparency = json.Text("transparency");
        if (transparency is not (null or "OPAQUE" or "TRANSPARENT"))
            json.Fault(json.At("transparency"), "must be OPAQUE or TRANSPARENT.");
        return new OrgFileBusy(lists.Reference(json, "providerId", OrgFileKind.Provider), start, end, transparency != "TRANSPARENT");
    }

    private static (Instant Start, Instant End) Span(FileObject json)
    {
        var (start, end) = (FileHours.Instant(json, "start"), FileHours.Instant(json, "end"));
        if (start == default || end == default)
            return default;
        if (end <= start)
            json.Fault(json.At("end"), "must be after start.");
        if (start < Earliest || start >= Latest)
            json.Fault(json.At("start"), "must be in the years 2000 to 2199.");
        if (end - start > Longest)
            json.Fault(json.At("end"), "must be at most 366 days after start.");
        return (start, end);
    }
}
