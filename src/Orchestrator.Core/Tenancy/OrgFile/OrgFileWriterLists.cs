using System.Text.Json;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Core.Tenancy;

/// <summary>Writes the file's lists: what is booked, by whom, where, and what existed before.</summary>
internal static class OrgFileWriterLists
{
    public static void Write(Utf8JsonWriter json, OrgFile file)
    {
        json.WriteObjects("locations", file.Locations, WriteLocation);
        json.WriteObjects("services", file.Services, WriteService);
        json.WriteObjects("providers", file.Providers, WriteProvider);
        json.WriteObjects("rooms", file.Rooms, WriteRoom);
        if (!file.Existing.IsEmpty)
            WriteExisting(json, file.Existing);
    }

    public static void WriteWindow(Utf8JsonWriter json, WeeklyWindow window)
    {
        json.WriteTexts("days", FileValues.Days.Where((_, day) => window.Days.HasFlag((WeekDays)(1 << day))));
        json.WriteString("start", FileValues.Time.Format(window.Start));
        json.WriteString("end", FileValues.Time.Format(window.End));
    }

    public static void WriteOverride(Utf8JsonWriter json, DateOverride day)
    {
        json.WriteString("date", FileValues.Date.Format(day.Date));
        json.WriteObjects("windows", day.Windows, (inner, window) =>
        {
            inner.WriteString("start", FileValues.Time.Format(window.Start));
            inner.WriteString("end", FileValues.Time.Format(window.End));
        });
    }

    public static void WriteRange(Utf8JsonWriter json, LocalRange range)
    {
        json.WriteString("startLocal", FileValues.Format(range.Start));
        json.WriteString("endLocal", FileValues.Format(range.End));
    }

    public static void WriteClosure(Utf8JsonWriter json, Closure closure)
    {
        json.WriteString("date", FileValues.Date.Format(closure.Date));
        json.WriteGiven("name", closure.Name.Length > 0 ? closure.Name : null);
    }

    private static void WriteLocation(Utf8JsonWriter json, OrgFileLocation location)
    {
        json.WriteString("id", location.Id);
        json.WriteString("name", location.Name);
        json.WriteString("timeZone", location.TimeZone);
        json.WriteObjects("closures", location.Closures, WriteClosure);
    }

    private static void WriteService(Utf8JsonWriter json, OrgFileService service)
    {
        json.WriteString("id", service.Id);
        json.WriteString("name", service.Name);
        json.WriteNumber("durationMinutes", service.DurationMinutes);
        json.WriteNumber("bufferBeforeMinutes", service.BufferBeforeMinutes);
        json.WriteNumber("bufferAfterMinutes", service.BufferAfterMinutes);
        json.WriteGiven("slotIntervalMinutes", service.SlotIntervalMinutes);
        json.WriteGiven("minNoticeMinutes", service.MinNoticeMinutes);
        json.WriteGiven("horizonDays", service.HorizonDays);
        json.WriteNumber("capacity", service.Capacity);
        json.WriteGiven("requiresRoomType", service.RequiresRoomType);
        json.WriteTexts("providerIds", service.ProviderIds);
    }

    private static void WriteProvider(Utf8JsonWriter json, OrgFileProvider provider)
    {
        json.WriteString("id", provider.Id);
        json.WriteString("name", provider.Name);
        json.WriteString("locationId", provider.LocationId);
        json.WriteObjects("workingHours", provider.WorkingHours, WriteWindow);
        json.WriteObjects("breaks", provider.Breaks, WriteWindow);
        json.WriteObjects("dateOverrides", provider.DateOverrides, WriteOverride);
        json.WriteObjects("timeOff", provider.TimeOff, WriteRange);
    }

    private static void WriteRoom(Utf8JsonWriter json, OrgFileRoom room)
    {
        json.WriteString("id", room.Id);
        json.WriteString("name", room.Name);
        json.WriteString("type", room.Type);
        json.WriteString("locationId", room.LocationId);
    }

    private static void WriteExisting(Utf8JsonWriter json, OrgFileExisting existing)
    {
        json.WriteStartObject("existing");
        json.WriteObjects("appointments", existing.Appointments, (inner, row) =>
        {
            WriteWho(inner, row.ProviderId, row.ServiceId, row.Start, row.End);
            inner.WriteString("status", row.Status.ToString().ToLowerInvariant());
            inner.WriteGiven("roomId", row.RoomId);
        });
        json.WriteObjects("holds", existing.Holds, (inner, row) =>
        {
            WriteWho(inner, row.ProviderId, row.ServiceId, row.Start, row.End);
            inner.WriteString("expiresAt", FileValues.Instant.Format(row.ExpiresAt));
            inner.WriteGiven("callId", row.CallId);
        });
        json.WriteObjects("externalBusy", existing.ExternalBusy, (inner, row) =>
        {
            WriteWho(inner, row.ProviderId, null, row.Start, row.End);
            inner.WriteString("transparency", row.IsOpaque ? "OPAQUE" : "TRANSPARENT");
        });
        json.WriteEndObject();
    }

    private static void WriteWho(Utf8JsonWriter json, string providerId, string? serviceId, NodaTime.Instant start, NodaTime.Instant end)
    {
        json.WriteString("providerId", providerId);
        json.WriteGiven("serviceId", serviceId);
        json.WriteString("start", FileValues.Instant.Format(start));
        json.WriteString("end", FileValues.Instant.Format(end));
    }
}
