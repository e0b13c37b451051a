using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>Gives the free starts of one provider one after the other, in order of time.</summary>
internal sealed class StartWalker
{
    /// <summary>A clock that goes back over midnight shows a date once more after the next one began.</summary>
    private const long MidnightSlack = 3 * NodaConstants.TicksPerHour;

    private readonly Occupancy _occupancy;
    private readonly StartFilter _filter;
    private readonly long _duration;
    private readonly long _grid;
    private readonly long _from;
    private readonly long _until;
    private StretchCursor _stretches;
    private LocalClock _clock;
    private bool _inStretch;
    private long _candidate;
    private int _row;
    private long _blockedTo = long.MinValue;

    /// <param name="hours">When the provider works.</param>
    /// <param name="occupancy">What is taken.</param>
    /// <param name="filter">Which local dates and times of day count.</param>
    /// <param name="duration">Ticks of the visit.</param>
    /// <param name="grid">Ticks between starts.</param>
    /// <param name="earliest">The first allowed start in ticks.</param>
    public StartWalker(OpenHours hours, Occupancy occupancy, StartFilter filter, long duration, long grid, long earliest)
    {
        (_occupancy, _filter, _duration, _grid) = (occupancy, filter, duration, grid);
        _from = Math.Max(earliest, hours.StartOfDay(filter.First));
        _until = hours.StartOfDay(filter.Last.PlusDays(1)) + MidnightSlack;
        _stretches = new StretchCursor(hours, _from, _until, _until + duration);
        _clock = new LocalClock(hours.Zone);
        _row = occupancy.Rows.FirstReachingPast(occupancy.BlockedFrom(_from));
    }

    /// <summary>The start found, in ticks.</summary>
    public long Current { get; private set; }

    public bool MoveNext()
    {
        while (_inStretch || NextStretch())
        {
            while (_candidate < _until && _candidate + _duration <= _stretches.Current.To)
            {
                var candidate = _candidate;
                var free = _filter.Allows(_clock.Local(candidate)) && IsFree(candidate);
                _candidate = _clock.NextOnGrid(candidate, _grid);
                if (!free && NextAfterBusy() is var next && next > _candidate)
                    _candidate = _clock.CeilingToGrid(next, _grid);
                if (!free)
                    continue;
                Current = candidate;
                return true;
            }

            _inStretch = false;
        }

        return false;
    }

    private bool NextStretch()
    {
        if (_from >= _until || !_stretches.MoveNext())
            return false;
        _candidate = _clock.CeilingToGrid(Math.Max(_stretches.Current.From, _from), _grid);
        return _inStretch = true;
    }

    private bool IsFree(long start) => _occupancy.ProviderAloneDecides ? IsFreeOfRows(start) : _occupancy.IsFree(start);

    /// <summary>
    /// Candidates only rise, so a row that begins before this one's end begins before all later ones' ends too: the latest end
    /// of the rows passed so far is all there is to know of them.
    /// </summary>
    private bool IsFreeOfRows(long start)
    {
        var to = _occupancy.BlockedTo(start);
        for (var rows = _occupancy.Rows; _row < rows.Count && rows.FromOf(_row) < to; _row++)
        {
            if (rows.ToOf(_row) > _blockedTo && _occupancy.Blocks(_row))
                _blockedTo = rows.ToOf(_row);
        }

        return _blockedTo <= _occupancy.BlockedFrom(start);
    }

    private long NextAfterBusy() => _blockedTo == long.MinValue ? _blockedTo : _blockedTo - _occupancy.BlockedFrom(0);
}
