using System.Collections.Immutable;
using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>
/// Whether a start of one service with one provider is free of bookings, holds and events, buffers added on both sides. The one
/// answer behind offers and claims.
/// </summary>
internal sealed class Occupancy
{
    private readonly Service _service;
    private readonly BusyCalendar _busy;
    private readonly Room[] _rooms;
    private readonly Instant _now;
    private readonly string? _callId;
    private readonly long _before;
    private readonly long _after;

    public Occupancy(ClinicSchedule schedule, Service service, Provider provider, BusyCalendar busy, Instant now, string? callId)
    {
        (_service, _busy, _now, _callId) = (service, busy, now, callId);
        Provider = provider;
        Rows = busy.OfProvider(provider.Id);
        _before = service.BufferBefore.BclCompatibleTicks;
        _after = (service.Duration + service.BufferAfter).BclCompatibleTicks;
        _rooms = service.RequiresRoomType is { } type
            ? [.. schedule.Rooms.Where(room => room.Type == type && room.LocationId == provider.LocationId)]
            : [];
    }

    public Provider Provider { get; }

    public BusyRows Rows { get; }

    /// <summary>Nothing but the provider's own rows decides, so that a walk may keep its place in them.</summary>
    public bool ProviderAloneDecides => !_service.IsGroup && _service.RequiresRoomType is null;

    public long BlockedFrom(long start) => start - _before;

    public long BlockedTo(long start) => start + _after;

    public bool Blocks(int row) => Rows.Blocks(row, _now, _callId);

    public bool IsFree(long start) =>
        Session(start) is { } session && (_service.RequiresRoomType is null || Array.Exists(_rooms, room => RoomIsFree(room, start, session)));

    /// <summary>The claim that could be made, or null when the start is taken.</summary>
    public ClaimCandidate? Candidate(long start)
    {
        if (Session(start) is not { } session)
            return null;

        ImmutableArray<Guid> rooms = [.. _rooms.Where(room => RoomIsFree(room, start, session)).Select(room => room.Id)];
        return _service.RequiresRoomType is not null && rooms.IsEmpty
            ? null
            : new ClaimCandidate(Provider.Id, rooms, session.GroupKey, session.Seats);
    }

    /// <summary>The seats taken of the session at this start (none for a fresh one), or null when the provider cannot take it.</summary>
    private Seating? Session(long start)
    {
        var (from, to) = (BlockedFrom(start), BlockedTo(start));
        var session = new Seating(0, null, null);
        for (var i = Rows.FirstReachingPast(from); i < Rows.Count && Rows.FromOf(i) < to; i++)
        {
            if (Rows.ToOf(i) <= from || !Blocks(i))
                continue;
            if (!IsSeat(Rows[i], start))
                return null;
            session = new Seating(session.Seats + 1, session.GroupKey ?? Rows[i].GroupKey, session.RoomId ?? Rows[i].RoomId);
        }

        return session.Seats < _service.Capacity ? session : null;
    }

    private bool RoomIsFree(Room room, long start, Seating session)
    {
        if (session.RoomId is { } taken && taken != room.Id)
            return false;

        var (from, to) = (BlockedFrom(start), BlockedTo(start));
        var rows = _busy.OfRoom(room.Id);
        for (var i = rows.FirstReachingPast(from); i < rows.Count && rows.FromOf(i) < to; i++)
        {
            if (rows.ToOf(i) > from && rows.Blocks(i, _now, _callId) && !(rows[i].ProviderId == Provider.Id && IsSeat(rows[i], start)))
                return false;
        }

        return true;
    }

    private bool IsSeat(BusyTime row, long start) =>
        _service.IsGroup && row.ServiceId == _service.Id && row.Start.ToUnixTimeTicks() == start;

    private readonly record struct Seating(int Seats, Guid? GroupKey, Guid? RoomId);
}
