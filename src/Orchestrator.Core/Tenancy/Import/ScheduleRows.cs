using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Scheduling.Stored;

namespace Orchestrator.Core.Tenancy;

/// <summary>Makes locations, providers, rooms and services what a file says. What it no longer names is kept for the bookings that refer to it, inactive.</summary>
internal static class ScheduleRows
{
    /// <returns>The database ids of the file's ids.</returns>
    public static async Task<Dictionary<(OrgFileKind Kind, string Key), Guid>> ApplyAsync(OrgId org, OrgFile file, OrchestratorDbContext rows, CancellationToken ct)
    {
        var ids = new Dictionary<(OrgFileKind, string), Guid>();

        var locations = await rows.Locations.ToDictionaryAsync(row => row.Key, ct);
        foreach (var row in locations.Values)
            row.IsActive = false;
        foreach (var (item, position) in file.Locations.Select((item, position) => (item, position)))
        {
            if (!locations.TryGetValue(item.Id, out var row))
                rows.Add(row = new StoredLocation { OrgId = org.Value, Id = Guid.CreateVersion7(), Key = item.Id, Name = item.Name, TimeZone = item.TimeZone, Closures = "[]" });
            (row.Name, row.TimeZone, row.Closures, row.Position, row.IsActive) = (item.Name, item.TimeZone, OrgFileFragments.Write(item.Closures), position, true);
            ids[(OrgFileKind.Location, item.Id)] = row.Id;
        }
        await rows.SaveChangesAsync(ct);

        var providers = await rows.Providers.ToDictionaryAsync(row => row.Key, ct);
        foreach (var row in providers.Values)
            row.IsActive = false;
        foreach (var (item, position) in file.Providers.Select((item, position) => (item, position)))
        {
            if (!providers.TryGetValue(item.Id, out var row))
            {
                rows.Add(row = new StoredProvider
                {
                    OrgId = org.Value, Id = Guid.CreateVersion7(), Key = item.Id, Name = item.Name, WorkingHours = "[]", Breaks = "[]", DateOverrides = "[]", TimeOff = "[]",
                });
            }
            row.LocationId = ids[(OrgFileKind.Location, item.LocationId)];
            (row.Name, row.Position, row.IsActive) = (item.Name, position, true);
            (row.WorkingHours, row.Breaks) = (OrgFileFragments.Write(item.WorkingHours), OrgFileFragments.Write(item.Breaks));
            (row.DateOverrides, row.TimeOff) = (OrgFileFragments.Write(item.DateOverrides), OrgFileFragments.Write(item.TimeOff));
            ids[(OrgFileKind.Provider, item.Id)] = row.Id;
        }

        var rooms = await rows.Rooms.ToDictionaryAsync(row => row.Key, ct);
        foreach (var row in rooms.Values)
            row.IsActive = false;
        foreach (var (item, position) in file.Rooms.Select((item, position) => (item, position)))
        {
            if (!rooms.TryGetValue(item.Id, out var row))
                rows.Add(row = new StoredRoom { OrgId = org.Value, Id = Guid.CreateVersion7(), Key = item.Id, Name = item.Name, Type = item.Type });
            (row.Name, row.Type, row.LocationId, row.Position, row.IsActive) = (item.Name, item.Type, ids[(OrgFileKind.Location, item.LocationId)], position, true);
            ids[(OrgFileKind.Room, item.Id)] = row.Id;
        }

        var services = await rows.Services.ToDictionaryAsync(row => row.Key, ct);
        foreach (var row in services.Values)
            row.IsActive = false;
        foreach (var (item, position) in file.Services.Select((item, position) => (item, position)))
        {
            if (!services.TryGetValue(item.Id, out var row))
                rows.Add(row = new StoredService { OrgId = org.Value, Id = Guid.CreateVersion7(), Key = item.Id, Name = item.Name, ProviderIds = [] });
            (row.Name, row.DurationMinutes, row.Position, row.IsActive) = (item.Name, item.DurationMinutes, position, true);
            (row.BufferBeforeMinutes, row.BufferAfterMinutes) = (item.BufferBeforeMinutes, item.BufferAfterMinutes);
            (row.SlotIntervalMinutes, row.MinNoticeMinutes, row.HorizonDays) = (item.SlotIntervalMinutes, item.MinNoticeMinutes, item.HorizonDays);
            (row.Capacity, row.RequiresRoomType) = (item.Capacity, item.RequiresRoomType);
            row.ProviderIds = [.. item.ProviderIds.Select(id => ids[(OrgFileKind.Provider, id)])];
            ids[(OrgFileKind.Service, item.Id)] = row.Id;
        }
        await rows.SaveChangesAsync(ct);
        return ids;
    }
}
