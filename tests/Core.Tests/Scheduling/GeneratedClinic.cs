using CsCheck;
using NodaTime;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Core.Tests.Scheduling;

/// <summary>A clinic, what occupies it and a question to it, mostly on days on which clocks change.</summary>
internal sealed record GeneratedClinic(ClinicSchedule Schedule, IReadOnlyCollection<BusyTime> Busy, SlotQuery Query)
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 12).Select(i => new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]))];

    private static readonly Gen<(string Zone, LocalDate Date)> Where = Gen.OneOf(
        ("Europe/London", new LocalDate(2027, 3, 28)),
        ("Europe/London", new LocalDate(2027, 10, 31)),
        ("America/New_York", new LocalDate(2027, 3, 14)),
        ("America/New_York", new LocalDate(2027, 11, 7)),
        ("Australia/Lord_Howe", new LocalDate(2027, 4, 4)),
        ("Australia/Lord_Howe", new LocalDate(2027, 10, 3)),
        ("America/Havana", new LocalDate(2027, 3, 14)),
        ("America/Havana", new LocalDate(2027, 11, 7)),
        ("Africa/Cairo", new LocalDate(2027, 4, 30)),
        ("Africa/Cairo", new LocalDate(2027, 10, 28)),
        ("America/Nuuk", new LocalDate(2027, 3, 27)),
        ("America/Nuuk", new LocalDate(2027, 10, 31)),
        ("Asia/Kathmandu", new LocalDate(2028, 2, 29)),
        ("America/Argentina/Buenos_Aires", new LocalDate(2027, 12, 31)));

    private static readonly Gen<LocalTime> Time =
        from quarter in Gen.Int[0, 95]
        from odd in Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[1, 14]))
        select LocalTime.Midnight.PlusMinutes((quarter * 15) + odd);

    private static readonly Gen<WeeklyWindow> Window =
        from days in Gen.Int[1, 127]
        from start in Time
        from end in Time
        select new WeeklyWindow((WeekDays)days, start, end);

    private static readonly Gen<WeeklyWindow> Break =
        from days in Gen.Int[1, 127]
        from start in Time
        from minutes in Gen.Int[5, 120]
        select new WeeklyWindow((WeekDays)days, start, start.PlusMinutes(minutes));

    public static readonly Gen<GeneratedClinic> Any =
        from place in Where
        from elsewhere in Gen.Frequency((3, Gen.Const(place.Zone)), (1, Where.Select(other => other.Zone)))
        from grid in Gen.OneOf(5, 10, 15, 20, 30, 60)
        from service in ServiceGen
        from providers in ProviderGen(place.Date).Array[3]
        from closures in Gen.Int[-2, 3].Array[0, 1]
        from notice in Gen.OneOf(0, 60, 600)
        from horizon in Gen.OneOf(1, 3, 400)
        from nowHours in Gen.Int[-60, 20]
        from days in Gen.Int[0, 2]
        from offset in Gen.Int[-1, 0]
        from busy in BusyGen(place.Date, service).Array[0, 14]
        from provider in Gen.Frequency((3, Gen.Const((Guid?)null)), (1, Gen.Int[0, 2].Select(i => (Guid?)Ids[i])))
        from part in Gen.Frequency((4, Gen.Const((PartOfDay?)null)), (1, Gen.OneOf<PartOfDay?>(PartOfDay.Morning, PartOfDay.Afternoon, PartOfDay.Evening)))
        from limit in Gen.Frequency((3, Gen.Const((int?)null)), (1, Gen.Int[1, 6].Select(i => (int?)i)))
        from near in Gen.Frequency((3, Gen.Const((int?)null)), (1, Gen.Int[-2000, 4000].Select(i => (int?)i)))
        let midnight = place.Date.AtMidnight().InUtc().ToInstant()
        select new GeneratedClinic(
            new ClinicSchedule
            {
                Zone = DateTimeZoneProviders.Tzdb[place.Zone],
                SlotIntervalMinutes = grid,
                MinNotice = Duration.FromMinutes(notice),
                HorizonDays = horizon,
                Locations =
                [
                    new Location { Id = Ids[6], Key = "l1", Name = "", Zone = DateTimeZoneProviders.Tzdb[place.Zone], Closures = [.. closures.Select(day => new Closure(place.Date.PlusDays(day), ""))] },
                    new Location { Id = Ids[7], Key = "l2", Name = "", Zone = DateTimeZoneProviders.Tzdb[elsewhere] },
                ],
                Services = [service],
                Providers = [.. providers.Select((someone, i) => someone with { Id = Ids[i], Key = $"p{i}", LocationId = i == 2 ? Ids[7] : Ids[6] })],
                Rooms = [new Room(Ids[8], "r1", "", "chair", Ids[6]), new Room(Ids[9], "r2", "", "chair", Ids[6]), new Room(Ids[10], "r3", "", "chair", Ids[7])],
            },
            busy,
            new SlotQuery
            {
                ServiceId = service.Id,
                ProviderId = provider,
                From = place.Date.PlusDays(offset),
                To = place.Date.PlusDays(offset + days),
                PartOfDay = part,
                Limit = limit,
                Near = near is { } minutes ? midnight + Duration.FromMinutes(minutes) : null,
                CallId = "call-a",
                Now = midnight + Duration.FromHours(nowHours) + Duration.FromSeconds(nowHours % 3),
            });

    private static Gen<Service> ServiceGen =>
        from minutes in Gen.OneOf(5, 15, 20, 30, 45, 90, 300, 1440)
        from before in Gen.OneOf(0, 0, 5, 20)
        from after in Gen.OneOf(0, 0, 10, 25)
        from capacity in Gen.Frequency((2, Gen.Const(1)), (1, Gen.Int[2, 3]))
        from room in Gen.Frequency((2, Gen.Const((string?)null)), (1, Gen.Const((string?)"chair")))
        from own in Gen.Frequency((3, Gen.Const((int?)null)), (1, Gen.OneOf<int?>(5, 20, 60)))
        select new Service
        {
            Id = Ids[5],
            Key = "s",
            Name = "",
            Duration = Duration.FromMinutes(minutes),
            BufferBefore = Duration.FromMinutes(before),
            BufferAfter = Duration.FromMinutes(after),
            Capacity = capacity,
            RequiresRoomType = room,
            SlotIntervalMinutes = own,
            ProviderIds = [Ids[1], Ids[0], Ids[2]],
        };

    private static Gen<Provider> ProviderGen(LocalDate date) =>
        from windows in Window.Array[0, 3]
        from breaks in Break.Array[0, 2]
        from overrides in (
            from day in Gen.Int[-2, 3]
            from start in Time
            from end in Time
            select new DateOverride(date.PlusDays(day), start == end ? [] : [new DayWindow(start, end)])).Array[0, 2]
        from off in (
            from start in Gen.Int[-1500, 3000]
            from minutes in Gen.Int[1, 900]
            select new LocalRange(date.AtMidnight().PlusMinutes(start), date.AtMidnight().PlusMinutes(start + minutes))).Array[0, 2]
        select new Provider
        {
            Id = Ids[0],
            Key = "",
            Name = "",
            LocationId = Ids[6],
            WorkingHours = [.. windows],
            Breaks = [.. breaks],
            DateOverrides = [.. overrides],
            TimeOff = [.. off],
        };

    private static Gen<BusyTime> BusyGen(LocalDate date, Service service) =>
        from provider in Gen.Int[0, 2]
        from start in Gen.Frequency((1, Gen.Int[-300, 600]), (1, Gen.Int[0, 11].Select(hour => hour * 24)))
        from kind in Gen.Int[0, 4]
        from minutes in Gen.OneOf(15, 30, 200)
        from room in Gen.Int[0, 3]
        let begin = date.AtMidnight().InUtc().ToInstant() + Duration.FromMinutes(start * 5)
        let end = kind == 0 ? begin + Duration.FromMinutes(minutes) : begin + service.Duration
        select kind == 0
            ? BusyTime.External(Ids[provider], begin, end)
            : new BusyTime
            {
                ProviderId = Ids[provider],
                ServiceId = service.Id,
                RoomId = room < 2 ? Ids[8 + room] : null,
                Start = begin,
                End = end,
                BlockedFrom = begin - service.BufferBefore,
                BlockedTo = end + service.BufferAfter,
                CallId = kind == 3 ? "call-a" : "call-b",
                HoldExpiresAt = kind is 2 or 3 ? Instant.MaxValue : kind == 4 ? Instant.FromUtc(2026, 1, 1, 0, 0) : null,
            };
}
