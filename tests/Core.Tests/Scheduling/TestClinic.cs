using System.Collections.Immutable;
using NodaTime;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Core.Tests.Scheduling;

/// <summary>A small London clinic: Ada and Ben work weekdays 09:00 to 12:00 on a half-hour grid. The day asked about is Monday 7 June 2027.</summary>
internal static class TestClinic
{
    public static readonly Guid Ada = Guid.CreateVersion7();
    public static readonly Guid Ben = Guid.CreateVersion7();
    public static readonly Guid Main = Guid.CreateVersion7();
    public static readonly Guid Visit = Guid.CreateVersion7();
    public static readonly Guid Chair1 = Guid.CreateVersion7();
    public static readonly Guid Chair2 = Guid.CreateVersion7();
    public static readonly LocalDate Monday = new(2027, 6, 7);
    public static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    public static readonly Instant Now = At(8, 0, Monday.PlusDays(-7));

    private const WeekDays Weekdays = WeekDays.Monday | WeekDays.Tuesday | WeekDays.Wednesday | WeekDays.Thursday | WeekDays.Friday;

    public static Service HalfHour => new()
    {
        Id = Visit,
        Key = "visit",
        Name = "Visit",
        Duration = Duration.FromMinutes(30),
        ProviderIds = [Ada, Ben],
    };

    public static SlotQuery Query => new() { ServiceId = Visit, From = Monday, To = Monday, Now = Now };

    public static SlotFinder Finder(Service? service = null, ImmutableArray<Closure>? closures = null, Func<Provider, Provider>? change = null, int horizonDays = 60) =>
        new(Schedule(service ?? HalfHour, closures ?? [], change ?? (provider => provider), horizonDays));

    public static Instant At(int hour, int minute = 0, LocalDate? date = null) =>
        (date ?? Monday).At(new LocalTime(hour, minute)).InZoneLeniently(London).ToInstant();

    public static BusyTime Booked(Guid provider, Instant start, int minutes = 30, Guid? room = null) => new()
    {
        ProviderId = provider,
        ServiceId = Visit,
        RoomId = room,
        Start = start,
        End = start + Duration.FromMinutes(minutes),
        BlockedFrom = start,
        BlockedTo = start + Duration.FromMinutes(minutes),
    };

    public static BusyCalendar Busy(params BusyTime[] rows) => new(rows);

    /// <summary>Start, local time of day, with the first letters of who is free: <c>09:00 AB</c>.</summary>
    public static string[] Told(IEnumerable<Slot> slots) =>
        [.. slots.Select(slot => $"{slot.Start:HH:mm} {string.Concat(slot.ProviderIds.Select(id => id == Ada ? 'A' : 'B'))}")];

    private static ClinicSchedule Schedule(Service service, ImmutableArray<Closure> closures, Func<Provider, Provider> change, int horizonDays) => new()
    {
        Zone = London,
        SlotIntervalMinutes = 30,
        MinNotice = Duration.Zero,
        HorizonDays = horizonDays,
        Locations = [new Location { Id = Main, Key = "main", Name = "Main", Zone = London, Closures = closures }],
        Services = [service],
        Providers = [change(Person(Ada, "ada")), change(Person(Ben, "ben"))],
        Rooms = [new Room(Chair1, "c1", "Chair 1", "chair", Main), new Room(Chair2, "c2", "Chair 2", "chair", Main)],
    };

    private static Provider Person(Guid id, string key) => new()
    {
        Id = id,
        Key = key,
        Name = key,
        LocationId = Main,
        WorkingHours = [new WeeklyWindow(Weekdays, new LocalTime(9, 0), new LocalTime(12, 0))],
    };
}
