using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Core.Tests.Scheduling;

/// <summary>One file of <c>Cases/</c> (format orchestrator-slot-case/1), turned into the model by hand, apart from the organization file's reader.</summary>
internal sealed class SlotCase
{
    private static readonly string[] Live = ["pending", "booked", "arrived", "checked-in", "fulfilled"];
    private readonly JsonNode _json;
    private readonly Dictionary<string, Guid> _ids = [];

    private SlotCase(JsonNode json)
    {
        _json = json;
        Schedule = ReadSchedule(json["org"]!);
        Finder = new SlotFinder(Schedule);
        Busy = new BusyCalendar(ReadBusy(json["existing"]!));
    }

    public static string Folder { get; } = Beside();

    public ClinicSchedule Schedule { get; }

    public SlotFinder Finder { get; }

    public BusyCalendar Busy { get; }

    public Instant Now => Time(_json["now"]!);

    public string? Error => (string?)_json["expect"]!["error"];

    public string? RequestDate => (string?)_json["request"]!["date"];

    public IEnumerable<string> Expected => _json["expect"]!["slots"]!.AsArray().Select(slot =>
        $"{Time(slot!["start"]!)}..{Time(slot["end"]!)} {string.Join(',', slot["providerIds"]!.AsArray())}");

    public SlotQuery Query
    {
        get
        {
            var request = _json["request"]!;
            return new SlotQuery
            {
                ServiceId = Id("service", request["serviceId"]!),
                ProviderId = request["providerId"] is { } provider ? Id("provider", provider) : null,
                From = Date(request["date"] ?? request["from"]!),
                To = Date(request["date"] ?? request["to"]!),
                PartOfDay = (string?)request["partOfDay"] is { } part ? Enum.Parse<PartOfDay>(part, ignoreCase: true) : null,
                Limit = (int?)request["limit"],
                Near = request["near"] is { } near ? Time(near) : null,
                CallId = (string?)request["callId"],
                Now = Now,
            };
        }
    }

    public static SlotCase Load(string id) => new(JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, id + ".json")))!);

    public string Describe(Slot slot) =>
        $"{slot.Start.ToInstant()}..{slot.End.ToInstant()} {string.Join(',', slot.ProviderIds.Select(id => Schedule.Provider(id).Key))}";

    private static string Beside([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "Cases");

    private static LocalTime TimeOfDay(JsonNode node) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse((string)node!).Value;

    private static LocalDate Date(JsonNode node) => LocalDatePattern.Iso.Parse((string)node!).Value;

    private static LocalDateTime DateTime(JsonNode node) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse((string)node!).Value;

    private static Instant Time(JsonNode node) => OffsetDateTimePattern.GeneralIso.Parse((string)node!).Value.ToInstant();

    private static int Minutes(JsonNode node, string key) => (int?)node[key] ?? 0;

    private static WeeklyWindow Window(JsonNode node)
    {
        string[] names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        var days = node["days"]!.AsArray().Aggregate(WeekDays.None, (set, day) => set | (WeekDays)(1 << Array.IndexOf(names, (string)day!)));
        return new WeeklyWindow(days, TimeOfDay(node["start"]!), TimeOfDay(node["end"]!));
    }

    private static IEnumerable<JsonNode> Items(JsonNode node, string key) => node[key]?.AsArray().Select(item => item!) ?? [];

    private Guid Id(string kind, JsonNode key)
    {
        var name = $"{kind}/{(string)key!}";
        return _ids.TryGetValue(name, out var id) ? id : _ids[name] = Guid.CreateVersion7();
    }

    private ClinicSchedule ReadSchedule(JsonNode org) => new()
    {
        Zone = DateTimeZoneProviders.Tzdb[(string)org["timeZone"]!],
        SlotIntervalMinutes = Minutes(org, "slotIntervalMinutes"),
        MinNotice = Duration.FromMinutes(Minutes(org, "minNoticeMinutes")),
        HorizonDays = Minutes(org, "horizonDays"),
        Locations =
        [
            .. Items(org, "locations").Select(location => new Location
            {
                Id = Id("location", location["id"]!),
                Key = (string)location["id"]!,
                Name = "",
                Zone = DateTimeZoneProviders.Tzdb[(string)location["timeZone"]!],
                Closures = [.. Items(location, "closures").Select(closure => new Closure(Date(closure["date"]!), ""))],
            }),
        ],
        Services =
        [
            .. Items(org, "services").Select(service => new Service
            {
                Id = Id("service", service["id"]!),
                Key = (string)service["id"]!,
                Name = "",
                Duration = Duration.FromMinutes(Minutes(service, "durationMinutes")),
                BufferBefore = Duration.FromMinutes(Minutes(service, "bufferBeforeMinutes")),
                BufferAfter = Duration.FromMinutes(Minutes(service, "bufferAfterMinutes")),
                ProviderIds = [.. Items(service, "providerIds").Select(provider => Id("provider", provider))],
            }),
        ],
        Providers =
        [
            .. Items(org, "providers").Select(provider => new Provider
            {
                Id = Id("provider", provider["id"]!),
                Key = (string)provider["id"]!,
                Name = "",
                LocationId = Id("location", provider["locationId"]!),
                WorkingHours = [.. Items(provider, "workingHours").Select(Window)],
                Breaks = [.. Items(provider, "breaks").Select(Window)],
                DateOverrides =
                [
                    .. Items(provider, "dateOverrides").Select(day => new DateOverride(
                        Date(day["date"]!),
                        [.. Items(day, "windows").Select(window => new DayWindow(TimeOfDay(window["start"]!), TimeOfDay(window["end"]!)))])),
                ],
                TimeOff = [.. Items(provider, "timeOff").Select(off => new LocalRange(DateTime(off["startLocal"]!), DateTime(off["endLocal"]!)))],
            }),
        ],
    };

    private IEnumerable<BusyTime> ReadBusy(JsonNode existing)
    {
        foreach (var row in Items(existing, "appointments").Where(row => Live.Contains((string)row["status"]!)))
            yield return Booking(row);
        foreach (var row in Items(existing, "holds"))
            yield return Booking(row) with { HoldExpiresAt = Time(row["expiresAt"]!), CallId = (string)row["callId"]! };
        foreach (var row in Items(existing, "externalBusy").Where(row => (string?)row["transparency"] != "TRANSPARENT"))
            yield return BusyTime.External(Id("provider", row["providerId"]!), Time(row["start"]!), Time(row["end"]!));
    }

    private BusyTime Booking(JsonNode row)
    {
        var service = Schedule.Service(Id("service", row["serviceId"]!));
        var (start, end) = (Time(row["start"]!), Time(row["end"]!));
        return new BusyTime
        {
            ProviderId = Id("provider", row["providerId"]!),
            ServiceId = service.Id,
            Start = start,
            End = end,
            BlockedFrom = start - service.BufferBefore,
            BlockedTo = end + service.BufferAfter,
        };
    }
}
