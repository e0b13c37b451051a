using NodaTime;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Core.Tests.Scheduling;

/// <summary>
/// The rules once more, minute by minute and without any of the finder's shortcuts: every minute of real time is open or not, and
/// every minute is tried as a start against every row.
/// </summary>
internal static class BruteForce
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    public static IEnumerable<(Instant Start, Guid[] Providers)> Search(ClinicSchedule schedule, SlotQuery query, IReadOnlyCollection<BusyTime> busy)
    {
        var service = schedule.Service(query.ServiceId);
        var found = new SortedDictionary<Instant, List<Guid>>();
        foreach (var id in service.ProviderIds.Where(id => query.ProviderId is null || query.ProviderId == id))
        {
            foreach (var start in StartsOf(schedule, schedule.Provider(id), service, query, busy))
            {
                if (!found.TryGetValue(start, out var free))
                    found[start] = free = [];
                free.Add(id);
            }
        }

        var ordered = found.Select(pair => (Start: pair.Key, Providers: pair.Value.ToArray()));
        if (query.Near is { } near)
            ordered = ordered.OrderBy(slot => Math.Abs((slot.Start - near).TotalTicks)).ThenBy(slot => slot.Start);
        return query.Limit is { } limit ? ordered.Take(limit) : ordered;
    }

    private static IEnumerable<Instant> StartsOf(
        ClinicSchedule schedule, Provider provider, Service service, SlotQuery query, IReadOnlyCollection<BusyTime> busy)
    {
        var location = schedule.Location(provider.LocationId);
        var origin = query.From.PlusDays(-3).AtMidnight().InUtc().ToInstant();
        var open = OpenMinutes(provider, location, query, origin);
        var length = (int)service.Duration.TotalMinutes;
        var today = query.Now.InZone(location.Zone).Date;
        var wholeMinute = Instant.FromUnixTimeSeconds(query.Now.ToUnixTimeSeconds() / 60 * 60);
        for (var i = 0; i + length <= open.Length; i++)
        {
            var start = origin + (Minute * i);
            var local = start.InZone(location.Zone);
            if (local.Date < query.From || local.Date > query.To || local.Date > today.PlusDays(schedule.HorizonDaysFor(service)))
                continue;
            if (start < query.Now || start < wholeMinute + schedule.MinNoticeFor(service))
                continue;
            if (((local.Hour * 60) + local.Minute) % schedule.SlotIntervalMinutesFor(service) != 0 || local.Second != 0)
                continue;
            if (query.PartOfDay is { } part && part != (local.Hour < 12 ? PartOfDay.Morning : local.Hour < 17 ? PartOfDay.Afternoon : PartOfDay.Evening))
                continue;
            if (!Enumerable.Range(i, length).All(minute => open[minute]))
                continue;
            if (IsFree(schedule, provider, service, start, query, busy))
                yield return start;
        }
    }

    private static bool IsFree(ClinicSchedule schedule, Provider provider, Service service, Instant start, SlotQuery query, IReadOnlyCollection<BusyTime> busy)
    {
        var (from, to) = (start - service.BufferBefore, start + service.Duration + service.BufferAfter);
        var rows = busy.Where(row => row.HoldExpiresAt is null || (row.HoldExpiresAt > query.Now && (query.CallId is null || row.CallId != query.CallId)))
            .Where(row => row.BlockedFrom < to && row.BlockedTo > from)
            .ToList();
        bool Seat(BusyTime row) => service.Capacity > 1 && row.ProviderId == provider.Id && row.ServiceId == service.Id && row.Start == start;
        var mine = rows.Where(row => row.ProviderId == provider.Id).ToList();
        if (mine.Any(row => !Seat(row)) || mine.Count(Seat) >= service.Capacity)
            return false;
        if (service.RequiresRoomType is null)
            return true;

        var sessionRoom = mine.FirstOrDefault(row => row.RoomId is not null)?.RoomId;
        return schedule.Rooms.Any(room => room.Type == service.RequiresRoomType && room.LocationId == provider.LocationId
            && (sessionRoom is null || sessionRoom == room.Id)
            && !rows.Any(row => row.RoomId == room.Id && !Seat(row)));
    }

    private static bool[] OpenMinutes(Provider provider, Location location, SlotQuery query, Instant origin)
    {
        var open = new bool[(Period.DaysBetween(query.From, query.To) + 8) * 24 * 60];
        bool IsClosed(LocalDate date) => location.Closures.Any(closure => closure.Date == date);
        void Mark(LocalDateTime start, LocalDateTime end, bool value)
        {
            var last = Resolve(end, location.Zone);
            for (var time = Resolve(start, location.Zone); time < last; time += Minute)
            {
                var index = (int)(time - origin).TotalMinutes;
                if (index >= 0 && index < open.Length)
                    open[index] = value;
            }
        }

        for (var pass = 0; pass < 2; pass++)
        {
            for (var date = query.From.PlusDays(-3); date <= query.To.PlusDays(4); date = date.PlusDays(1))
            {
                var overrides = provider.DateOverrides.Where(day => day.Date == date).ToList();
                var hours = overrides.Count > 0
                    ? overrides.SelectMany(day => day.Windows)
                    : provider.WorkingHours.Where(window => window.Days.Has(date.DayOfWeek)).Select(window => new DayWindow(window.Start, window.End));
                var breaks = provider.Breaks.Where(window => window.Days.Has(date.DayOfWeek)).Select(window => new DayWindow(window.Start, window.End));
                if (pass == 0 && IsClosed(date))
                    continue;
                foreach (var window in pass == 0 ? hours : breaks)
                    Mark(date.At(window.Start), (window.End > window.Start ? date : date.PlusDays(1)).At(window.End), pass == 0);
            }
        }

        foreach (var off in provider.TimeOff)
            Mark(off.Start, off.End, false);
        for (var i = 0; i < open.Length; i++)
            open[i] &= !IsClosed((origin + (Minute * i)).InZone(location.Zone).Date);
        return open;
    }

    private static Instant Resolve(LocalDateTime local, DateTimeZone zone)
    {
        var map = zone.MapLocal(local);
        return map.Count == 0 ? local.WithOffset(map.EarlyInterval.WallOffset).ToInstant() : map.First().ToInstant();
    }
}
