using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>Reads a zone's wall clock at rising instants; keeps the offset until it changes. Not safe for two threads.</summary>
internal struct LocalClock(DateTimeZone zone)
{
    private long _from = long.MaxValue;
    private long _until = long.MinValue;
    private long _offset;

    /// <summary>Ticks of the local clock since 1970-01-01T00:00 local.</summary>
    public long Local(long ticks)
    {
        if (ticks < _from || ticks >= _until)
            Read(ticks);
        return ticks + _offset;
    }

    /// <summary>The first instant not before <paramref name="ticks"/> whose local minute of the day is a multiple of <paramref name="grid"/> (ticks, a divisor of an hour).</summary>
    public long CeilingToGrid(long ticks, long grid)
    {
        while (true)
        {
            var past = Local(ticks) % grid;
            var candidate = past == 0 ? ticks : ticks + grid - (past < 0 ? past + grid : past);
            if (candidate < _until)
                return candidate;
            ticks = _until;
        }
    }

    /// <summary>The grid point after one that was the last asked about: a step, unless the clock changes in between.</summary>
    public long NextOnGrid(long point, long grid) => point + grid < _until ? point + grid : CeilingToGrid(point + 1, grid);

    private void Read(long ticks)
    {
        var interval = zone.GetZoneInterval(Instant.FromUnixTimeTicks(ticks));
        _from = interval.HasStart ? interval.Start.ToUnixTimeTicks() : long.MinValue;
        _until = interval.HasEnd ? interval.End.ToUnixTimeTicks() : long.MaxValue;
        _offset = interval.WallOffset.Ticks;
    }
}
