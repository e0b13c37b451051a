using System.Collections.Immutable;
using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>
/// Finds the starts that can be booked and judges a single one by the same rules, so that every offered start can be claimed and no
/// other can. Pure: the clock, the caller and the ledger's rows are arguments. Safe for many threads; keep one per schedule, since
/// it remembers the opening hours it worked out. The rules are listed in README.md beside this file.
/// </summary>
public sealed class SlotFinder(ClinicSchedule schedule)
{
    // Past every horizon, and far from the end of the calendar.
    private static readonly Duration FarthestWish = Duration.FromDays(20_000);

    private readonly Dictionary<Guid, OpenHours> _hours = schedule.Providers.ToDictionary(
        provider => provider.Id,
        provider => new OpenHours(provider, schedule.Location(provider.LocationId)));

    public ClinicSchedule Schedule => schedule;

    /// <summary>
    /// The free starts, one entry a start, in order of time or of distance to <see cref="SlotQuery.Near"/>. Nothing free is an empty
    /// list. <paramref name="busy"/> holds at least the rows that meet <see cref="SpanToLoad"/>.
    /// </summary>
    public ImmutableArray<Slot> Search(SlotQuery query, BusyCalendar busy)
    {
        if (query.Limit <= 0 || !schedule.TryGetService(query.ServiceId, out var service))
            return [];

        var walkers = new List<StartWalker>();
        var providers = new List<OpenHours>();
        foreach (var hours in Eligible(service, query.ProviderId))
        {
            if (Walker(query, service, hours, busy) is { } walker && walker.MoveNext())
            {
                walkers.Add(walker);
                providers.Add(hours);
            }
        }

        var found = new SlotMerge(walkers, providers, service.Duration);
        return query.Near is { } near ? found.TakeNearest(near, query.Limit) : found.TakeFirst(query.Limit);
    }

    /// <summary>
    /// Judges one start. Tests run in the order of <see cref="StartRefusal"/>. With <paramref name="callId"/> the live holds of that
    /// call do not stand in the way; for another patient of the same call leave it null.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The service is not of this organization: a bug of the caller.</exception>
    public StartVerdict Check(Instant start, Guid serviceId, Guid? providerId, BusyCalendar busy, Instant now, string? callId = null)
    {
        var service = schedule.Service(serviceId);
        var furthest = StartRefusal.NotOffered;
        var candidates = ImmutableArray.CreateBuilder<ClaimCandidate>();
        DateTimeZone? zone = null;
        foreach (var hours in Eligible(service, providerId))
        {
            if (Refusal(start, service, hours, now) is { } refusal)
            {
                furthest = refusal > furthest ? refusal : furthest;
                zone ??= hours.Zone;
            }
            else if (new Occupancy(schedule, service, hours.Provider, busy, now, callId).Candidate(start.ToUnixTimeTicks()) is { } candidate)
            {
                zone = candidates.Count == 0 ? hours.Zone : zone;
                candidates.Add(candidate);
            }
            else
            {
                furthest = StartRefusal.Busy;
                zone ??= hours.Zone;
            }
        }

        zone ??= schedule.Zone;
        return candidates.Count == 0
            ? new StartVerdict { Candidates = [], Refusal = furthest, Zone = zone }
            : new StartVerdict
            {
                Slot = new Slot(start.InZone(zone), (start + service.Duration).InZone(zone), [.. candidates.Select(candidate => candidate.ProviderId)]),
                Candidates = candidates.DrainToImmutable(),
                Zone = zone,
            };
    }

    /// <summary>
    /// Free starts near a wanted one: first those of its local day by distance, then those of the next days with a free start, nearest
    /// to the wanted time of day first. A wanted start in the past counts as that time of today, one beyond the horizon as that time of the last day.
    /// </summary>
    public ImmutableArray<Slot> Alternatives(Instant wanted, Guid serviceId, Guid? providerId, BusyCalendar busy, Instant now, string? callId = null, int count = 3)
    {
        if (!schedule.TryGetService(serviceId, out var service) || Eligible(service, providerId).FirstOrDefault() is not { } first)
            return [];

        var horizon = now.InZone(first.Zone).Date.PlusDays(schedule.HorizonDaysFor(service));
        // Only the day is drawn to those that can be booked: whoever wants a morning is offered mornings.
        var aim = Instant.Min(Instant.Max(wanted, now - Duration.FromDays(1)), now + FarthestWish).InZone(first.Zone).LocalDateTime;
        var day = LocalDate.Min(LocalDate.Max(aim.Date, now.InZone(first.Zone).Date), horizon);
        var query = new SlotQuery { ServiceId = serviceId, ProviderId = providerId, From = day, To = day, CallId = callId, Now = now };
        var found = ImmutableArray.CreateBuilder<Slot>(count);
        while (found.Count < count && day <= horizon)
        {
            var near = day.At(aim.TimeOfDay).InZoneLeniently(first.Zone).ToInstant();
            foreach (var slot in Search(query with { From = day, To = day, Near = near, Limit = count - found.Count }, busy))
                found.Add(slot);
            if (found.Count >= count || Search(query with { From = day.PlusDays(1), To = horizon, Limit = 1 }, busy) is not [var next])
                break;
            day = LocalDate.Max(day.PlusDays(1), next.Start.WithZone(first.Zone).Date);
        }

        return found.DrainToImmutable();
    }

    /// <summary>
    /// When the eligible providers work on a local date, booked or not, merged: the opening hours against which a time without am or pm
    /// is read. Empty on a closed day.
    /// </summary>
    public ImmutableArray<Interval> OpenTimes(Guid serviceId, Guid? providerId, LocalDate date)
    {
        var open = new List<Stretch>();
        foreach (var hours in Eligible(schedule.Service(serviceId), providerId))
        {
            var day = new Stretch(hours.StartOfDay(date), hours.StartOfDay(date.PlusDays(1)));
            var cursor = new StretchCursor(hours, day.From, day.To, day.To);
            while (cursor.MoveNext())
                open.Add(new Stretch(Math.Max(day.From, cursor.Current.From), Math.Min(day.To, cursor.Current.To)));
        }

        Stretch.Merge(open);
        return [.. open.Select(stretch => new Interval(Instant.FromUnixTimeTicks(stretch.From), Instant.FromUnixTimeTicks(stretch.To)))];
    }

    /// <summary>The rows a search needs: those whose blocked time meets this span. A day of slack on both sides covers every zone; days that no start can have are left out.</summary>
    public Interval SpanToLoad(SlotQuery query)
    {
        var service = schedule.Service(query.ServiceId);
        var today = query.Now.InUtc().Date;
        var first = LocalDate.Max(query.From, today.PlusDays(-1));
        var last = LocalDate.Max(first, LocalDate.Min(query.To, today.PlusDays(schedule.HorizonDaysFor(service) + 1)));
        var from = first.PlusDays(-1).AtMidnight().InUtc().ToInstant() - service.BufferBefore;
        var to = last.PlusDays(2).AtMidnight().InUtc().ToInstant() + service.Duration + service.BufferAfter;
        return new Interval(from, to);
    }

    private IEnumerable<OpenHours> Eligible(Service service, Guid? providerId) =>
        service.ProviderIds.Where(id => providerId is null || id == providerId).Select(id => _hours[id]);

    private StartWalker? Walker(SlotQuery query, Service service, OpenHours hours, BusyCalendar busy)
    {
        var today = query.Now.InZone(hours.Zone).Date;
        var first = LocalDate.Max(query.From, today);
        var last = LocalDate.Min(query.To, today.PlusDays(schedule.HorizonDaysFor(service)));
        if (first > last)
            return null;

        var occupancy = new Occupancy(schedule, service, hours.Provider, busy, query.Now, query.CallId);
        var earliest = Earliest(service, query.Now);
        return new StartWalker(
            hours,
            occupancy,
            new StartFilter(first, last, query.PartOfDay, query.Window),
            service.Duration.BclCompatibleTicks,
            schedule.SlotIntervalMinutesFor(service) * NodaConstants.TicksPerMinute,
            earliest.ToUnixTimeTicks());
    }

    /// <summary>Notice counts in whole minutes, as people do: with an hour's notice, 11:00 can be booked during all of 10:00.</summary>
    private Instant Earliest(Service service, Instant now)
    {
        var minute = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() / 60 * 60);
        return Instant.Max(now, minute + schedule.MinNoticeFor(service));
    }

    /// <summary>Past the horizon in every zone; instants up to here can be told in a zone without leaving the calendar.</summary>
    private Instant FarBeyond(Service service, Instant now) => now + Duration.FromDays(schedule.HorizonDaysFor(service) + 2);

    private StartRefusal? Refusal(Instant start, Service service, OpenHours hours, Instant now)
    {
        if (start < now)
            return StartRefusal.Past;
        if (start > FarBeyond(service, now) || start.InZone(hours.Zone).Date > now.InZone(hours.Zone).Date.PlusDays(schedule.HorizonDaysFor(service)))
            return StartRefusal.BeyondHorizon;
        if (start < Earliest(service, now))
            return StartRefusal.WithinNotice;

        var ticks = start.ToUnixTimeTicks();
        if (!hours.Covers(ticks, ticks + service.Duration.BclCompatibleTicks))
            return StartRefusal.OutsideHours;

        var grid = schedule.SlotIntervalMinutesFor(service) * NodaConstants.TicksPerMinute;
        return new LocalClock(hours.Zone).Local(ticks) % grid == 0 ? null : StartRefusal.OffGrid;
    }
}
