using NodaTime;
using Orchestrator.Core.Booking;

namespace Orchestrator.Core.Tenancy;

/// <summary>
/// Finds rows of <c>existing</c> that the ledger could not hold: two live ones, buffers included, of one provider or one room. Seats of one
/// session are no overlap until they are more than its capacity; a lapsed hold occupies nothing.
/// </summary>
internal static class OrgFileOverlaps
{
    /// <param name="file">A file without other faults.</param>
    /// <param name="appointmentPaths">Where each appointment stands.</param>
    /// <param name="now">Holds that run out by now have lapsed.</param>
    /// <param name="faults">Gets one fault for each row that meets one before it in the file.</param>
    public static void Find(OrgFile file, List<string> appointmentPaths, Instant now, List<OrgFileFault> faults)
    {
        var rows = Rows(file, appointmentPaths, now).ToList();
        var found = new SortedDictionary<int, string>();
        foreach (var provider in rows.GroupBy(row => row.Provider))
        {
            Meet(provider, "provider", found);
            Overfill(provider, found);
        }

        foreach (var room in rows.Where(row => row.Room is not null).GroupBy(row => row.Room))
            Meet(room, "room", found);
        foreach (var (order, message) in found)
            faults.Add(new OrgFileFault(rows[order].Path, message));
    }

    private static IEnumerable<Row> Rows(OrgFile file, List<string> appointmentPaths, Instant now)
    {
        var services = file.Services.ToDictionary(service => service.Id);
        var order = 0;
        for (var i = 0; i < file.Existing.Appointments.Length; i++)
        {
            var row = file.Existing.Appointments[i];
            if (row.Status is BookingStatus.Booked or BookingStatus.Arrived or BookingStatus.Fulfilled)
                yield return new Row(order++, appointmentPaths[i], row.ProviderId, row.RoomId, services[row.ServiceId], row.Start, row.End);
        }

        for (var i = 0; i < file.Existing.Holds.Length; i++)
        {
            var row = file.Existing.Holds[i];
            if (row.ExpiresAt > now)
                yield return new Row(order++, $"$.existing.holds[{i}]", row.ProviderId, null, services[row.ServiceId], row.Start, row.End);
        }
    }

    private static void Meet(IEnumerable<Row> rows, string what, SortedDictionary<int, string> found)
    {
        Row[] ordered = [.. rows.OrderBy(row => row.From).ThenBy(row => row.Order)];
        for (var i = 0; i < ordered.Length; i++)
        {
            // A row that is refused already cannot be in the way of another; without it a pile of rows would cost its square.
            for (var j = i + 1; j < ordered.Length && ordered[j].From < ordered[i].To && !found.ContainsKey(ordered[i].Order); j++)
            {
                if (ordered[i].IsSeatBeside(ordered[j]))
                    continue;
                var (first, second) = ordered[i].Order < ordered[j].Order ? (ordered[i], ordered[j]) : (ordered[j], ordered[i]);
                found.TryAdd(second.Order, $"overlaps {first.Path} of the same {what}, buffers included.");
            }
        }
    }

    private static void Overfill(IEnumerable<Row> rows, SortedDictionary<int, string> found)
    {
        foreach (var session in rows.Where(row => row.Service.Capacity > 1).GroupBy(row => (row.Service.Id, row.Start)))
        {
            foreach (var row in session.OrderBy(row => row.Order).Skip(session.First().Service.Capacity))
                found.TryAdd(row.Order, $"is one more than the {row.Service.Capacity} places of its session.");
        }
    }

    private sealed record Row(int Order, string Path, string Provider, string? Room, OrgFileService Service, Instant Start, Instant End)
    {
        public Instant From { get; } = Start - Duration.FromMinutes(Service.BufferBeforeMinutes);

        public Instant To { get; } = End + Duration.FromMinutes(Service.BufferAfterMinutes);

        public bool IsSeatBeside(Row other) =>
            Service.Capacity > 1 && Service.Id == other.Service.Id && Provider == other.Provider && Start == other.Start;
    }
}
