using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>What occupies one provider or one room, by start of the blocked time.</summary>
internal sealed class BusyRows
{
    public static readonly BusyRows None = new([]);

    private readonly BusyTime[] _rows;
    private readonly long[] _from;
    private readonly long[] _to;

    /// <summary>The latest end of rows 0..i: how far back an overlap can hide behind a long event.</summary>
    private readonly long[] _reach;

    public BusyRows(BusyTime[] rows)
    {
        _rows = rows;
        _from = Array.ConvertAll(_rows, row => row.BlockedFrom.ToUnixTimeTicks());
        Array.Sort(_from, _rows);
        _to = Array.ConvertAll(_rows, row => row.BlockedTo.ToUnixTimeTicks());
        _reach = new long[_rows.Length];
        var reach = long.MinValue;
        for (var i = 0; i < _rows.Length; i++)
            _reach[i] = reach = Math.Max(reach, _to[i]);
    }

    public int Count => _rows.Length;

    public BusyTime this[int index] => _rows[index];

    public long FromOf(int index) => _from[index];

    public long ToOf(int index) => _to[index];

    /// <summary>The first row that can end after <paramref name="ticks"/>; all before it are over by then.</summary>
    public int FirstReachingPast(long ticks)
    {
        var (low, high) = (0, _reach.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_reach[middle] > ticks)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>Whether a row stands in the way of <paramref name="callId"/>.</summary>
    public bool Blocks(int index, Instant now, string? callId) => _rows[index].Blocks(now, callId);
}
