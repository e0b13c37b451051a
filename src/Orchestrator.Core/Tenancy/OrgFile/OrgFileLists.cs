using System.Collections.Immutable;
using System.Text.Json;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Core.Tenancy;

/// <summary>Reads locations, providers, rooms and services, in this order, so that each can refer to those before it.</summary>
internal sealed class OrgFileLists(List<OrgFileFault> faults, string zone)
{
    private readonly Dictionary<(OrgFileKind Kind, string Id), string> _known = [];

    public List<OrgFileLocation> Locations { get; } = [];

    public List<OrgFileProvider> Providers { get; } = [];

    public List<OrgFileRoom> Rooms { get; } = [];

    public List<OrgFileService> Services { get; } = [];

    public void Read(FileObject root)
    {
        foreach (var item in root.Items("locations"))
            Locations.Add(Location(root.Object(item, "id", "name", "timeZone", "closures")));
        foreach (var item in root.Items("providers"))
            Providers.Add(Provider(root.Object(item, "id", "name", "locationId", "workingHours", "breaks", "dateOverrides", "timeOff")));
        foreach (var item in root.Items("rooms"))
            Rooms.Add(Room(root.Object(item, "id", "name", "type", "locationId")));
        foreach (var item in root.Items("services"))
        {
            Services.Add(Service(root.Object(
                item,
                ["id", "name", "durationMinutes", "bufferBeforeMinutes", "bufferAfterMinutes", "slotIntervalMinutes", "minNoticeMinutes", "horizonDays",
                    "capacity", "requiresRoomType", "providerIds"])));
        }
    }

    /// <summary>A reference by id; one to nothing is a fault.</summary>
    public string Reference(FileObject json, string key, OrgFileKind kind)
    {
        var id = json.Required(key);
        Check(id, json.At(key), kind);
        return id;
    }

    public void Check(string id, string path, OrgFileKind kind)
    {
        if (id.Length > 0 && !_known.ContainsKey((kind, id)))
            faults.Add(new OrgFileFault(path, $"names no {Word(kind)} of this file."));
    }

    private static string Word(OrgFileKind kind) => kind switch
    {
        OrgFileKind.Location => "location",
        OrgFileKind.Service => "service",
        OrgFileKind.Provider => "provider",
        OrgFileKind.Room => "room",
    };

    private string Id(FileObject json, OrgFileKind kind)
    {
        var id = json.Required("id");
        if (id.Length > 0 && !_known.TryAdd((kind, id), json.Path))
            json.Fault(json.At("id"), $"is the id of {_known[(kind, id)]} already.");
        return id;
    }

    private string LocationOf(FileObject json)
    {
        // With one location there is nothing to choose.
        if (!json.Has("locationId") && Locations.Count == 1)
            return Locations[0].Id;
        return Reference(json, "locationId", OrgFileKind.Location);
    }

    private OrgFileLocation Location(FileObject json)
    {
        var id = Id(json, OrgFileKind.Location);
        return new OrgFileLocation(id, json.Text("name") ?? id, FileRules.Zone(json, "timeZone") ?? zone, FileHours.Closures(json, "closures"));
    }

    private OrgFileProvider Provider(FileObject json)
    {
        var id = Id(json, OrgFileKind.Provider);
        return new OrgFileProvider
        {
            Id = id,
            Name = json.Text("name") ?? id,
            LocationId = LocationOf(json),
            WorkingHours = FileHours.Weekly(json, "workingHours"),
            Breaks = FileHours.Weekly(json, "breaks"),
            DateOverrides = FileHours.Overrides(json, "dateOverrides"),
            TimeOff = FileHours.Ranges(json, "timeOff"),
        };
    }

    private OrgFileRoom Room(FileObject json)
    {
        var id = Id(json, OrgFileKind.Room);
        return new OrgFileRoom(id, json.Text("name") ?? id, json.Required("type"), LocationOf(json));
    }

    private OrgFileService Service(FileObject json)
    {
        var id = Id(json, OrgFileKind.Service);
        if (!json.Has("durationMinutes"))
            json.Fault(json.At("durationMinutes"), "is missing.");
        var type = json.Text("requiresRoomType");
        if (type is not null && !Rooms.Exists(room => room.Type == type))
            json.Fault(json.At("requiresRoomType"), "names no type of room of this file.");
        return new OrgFileService
        {
            Id = id,
            Name = json.Text("name") ?? id,
            DurationMinutes = json.Whole("durationMinutes", 1, 1440) ?? 1,
            BufferBeforeMinutes = json.Whole("bufferBeforeMinutes", 0, 1440) ?? 0,
            BufferAfterMinutes = json.Whole("bufferAfterMinutes", 0, 1440) ?? 0,
            SlotIntervalMinutes = FileRules.Interval(json),
            MinNoticeMinutes = FileRules.Notice(json),
            HorizonDays = FileRules.Horizon(json),
            Capacity = json.Whole("capacity", 1, 500) ?? 1,
            RequiresRoomType = type,
            ProviderIds = ProviderIds(json),
        };
    }

    private ImmutableArray<string> ProviderIds(FileObject json)
    {
        if (!json.Has("providerIds"))
            return [.. Providers.Select(provider => provider.Id)];

        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (var (id, path) in json.Texts("providerIds"))
        {
            Check(id, path, OrgFileKind.Provider);
            if (ids.Contains(id))
                json.Fault(path, "is given twice.");
            ids.Add(id);
        }

        return ids.DrainToImmutable();
    }
}
