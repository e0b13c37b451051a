using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>
/// Everything that occupies providers and rooms in some span of time, ready to be searched many times. Immutable; the rows may come
/// in any order and may overlap.
/// </summary>
public sealed class BusyCalendar
{
    public static readonly BusyCalendar Empty = new([]);

    private readonly Dictionary<Guid, BusyRows> _providers;
    private readonly Dictionary<Guid, BusyRows> _rooms;

    public BusyCalendar(IEnumerable<BusyTime> rows)
    {
        // A row that blocks no time cannot be in anybody's way, and the overlap tests need not think of it.
        var real = rows.Where(row => row.BlockedFrom < row.BlockedTo).ToList();
        _providers = real.GroupBy(row => row.ProviderId).ToDictionary(group => group.Key, group => new BusyRows([.. group]));
        _rooms = real.Where(row => row.RoomId is not null)
            .GroupBy(row => row.RoomId!.Value)
            .ToDictionary(group => group.Key, group => new BusyRows([.. group]));
    }

    internal BusyRows OfProvider(Guid id) => _providers.GetValueOrDefault(id, BusyRows.None);

    internal BusyRows OfRoom(Guid id) => _rooms.GetValueOrDefault(id, BusyRows.None);
}
