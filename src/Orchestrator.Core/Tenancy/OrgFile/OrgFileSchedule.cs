using NodaTime;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Core.Tenancy;

/// <summary>Turns an organization file into the booking rules it describes.</summary>
public static class OrgFileSchedule
{
    /// <param name="file">A file that was read without faults.</param>
    /// <param name="idOf">The database id of each of the file's ids; the same answer every time.</param>
    public static ClinicSchedule ToSchedule(this OrgFile file, Func<OrgFileKind, string, Guid> idOf) => new()
    {
        Zone = DateTimeZoneProviders.Tzdb[file.TimeZone],
        SlotIntervalMinutes = file.SlotIntervalMinutes,
        MinNotice = Duration.FromMinutes(file.MinNoticeMinutes),
        HorizonDays = file.HorizonDays,
        Locations =
        [
            .. file.Locations.Select(location => new Location
            {
                Id = idOf(OrgFileKind.Location, location.Id),
                Key = location.Id,
                Name = location.Name,
                Zone = DateTimeZoneProviders.Tzdb[location.TimeZone],
                Closures = location.Closures,
            }),
        ],
        Services = [.. file.Services.Select(service => Service(service, idOf))],
        Providers =
        [
            .. file.Providers.Select(provider => new Provider
            {
                Id = idOf(OrgFileKind.Provider, provider.Id),
                Key = provider.Id,
                Name = provider.Name,
                LocationId = idOf(OrgFileKind.Location, provider.LocationId),
                WorkingHours = provider.WorkingHours,
                Breaks = provider.Breaks,
                DateOverrides = provider.DateOverrides,
                TimeOff = provider.TimeOff,
            }),
        ],
        Rooms = [.. file.Rooms.Select(room => new Room(idOf(OrgFileKind.Room, room.Id), room.Id, room.Name, room.Type, idOf(OrgFileKind.Location, room.LocationId)))],
    };

    private static Service Service(OrgFileService service, Func<OrgFileKind, string, Guid> idOf) => new()
    {
        Id = idOf(OrgFileKind.Service, service.Id),
        Key = service.Id,
        Name = service.Name,
        Duration = Duration.FromMinutes(service.DurationMinutes),
        BufferBefore = Duration.FromMinutes(service.BufferBeforeMinutes),
        BufferAfter = Duration.FromMinutes(service.BufferAfterMinutes),
        SlotIntervalMinutes = service.SlotIntervalMinutes,
        MinNotice = service.MinNoticeMinutes is { } minutes ? Duration.FromMinutes(minutes) : null,
        HorizonDays = service.HorizonDays,
        Capacity = service.Capacity,
        RequiresRoomType = service.RequiresRoomType,
        ProviderIds = [.. service.ProviderIds.Select(id => idOf(OrgFileKind.Provider, id))],
    };
}
