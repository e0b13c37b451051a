using System.Collections.Concurrent;
using NodaTime;
using NodaTime.TimeZones;

namespace Orchestrator.Core.Scheduling;

/// <summary>
/// When one provider works, as merged stretches of real time: hours and overrides, less breaks, time off and closures.
/// Worked out on demand in blocks of days and kept, since rules change far less often than they are asked.
/// </summary>
internal sealed class OpenHours(Provider provider, Location location)
{
    private const int DaysPerBlock = 64;

    /// <summary>A window ends on the next day at the latest; one day more covers an end that a clock change moves past midnight.</summary>
    private const int DaysBefore = 2;

    /// <summary>Twenty years: more than the longest horizon, so that nobody fills memory by asking for far days.</summary>
    private const int MaxBlocks = 116;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly ConcurrentDictionary<int, Stretch[]> _blocks = new();
    private readonly HashSet<LocalDate> _closures = [.. location.Closures.Select(closure => closure.Date)];
    private readonly ILookup<LocalDate, DateOverride> _overrides = provider.DateOverrides.ToLookup(day => day.Date);

    public Provider Provider => provider;

    public DateTimeZone Zone => location.Zone;

    /// <summary>Where the block that holds an instant is, for <see cref="Block"/>.</summary>
    public int BlockOf(long ticks)
    {
        var days = Period.DaysBetween(Epoch, Instant.FromUnixTimeTicks(ticks).InZone(Zone).Date);
        return (days - (days < 0 ? DaysPerBlock - 1 : 0)) / DaysPerBlock;
    }

    /// <summary>The open stretches of one block, cut at its ends; a stretch that goes on touches the first of the next block.</summary>
    public Stretch[] Block(int index)
    {
        if (_blocks.TryGetValue(index, out var known))
            return known;

        var block = Compute(index);
        if (_blocks.Count < MaxBlocks)
            _blocks.TryAdd(index, block);
        return block;
    }

    public long StartOfBlock(int index) => StartOfDay(DateOf(index));

    public long StartOfDay(LocalDate date) => Zone.AtStartOfDay(date).ToInstant().ToUnixTimeTicks();

    /// <summary>The open stretch that holds <paramref name="from"/> and reaches at least to <paramref name="to"/>.</summary>
    public bool Covers(long from, long to)
    {
        var cursor = new StretchCursor(this, from, from + 1, to);
        return cursor.MoveNext() && cursor.Current.From <= from && cursor.Current.To >= to;
    }

    private static LocalDate DateOf(int block) => Epoch.PlusDays(block * DaysPerBlock);

    private Stretch[] Compute(int index)
    {
        var first = DateOf(index);
        var end = first.PlusDays(DaysPerBlock);
        var block = new Stretch(StartOfDay(first), StartOfDay(end));
        var open = new List<Stretch>();
        var closed = new List<Stretch> { new(long.MinValue, block.From), new(block.To, long.MaxValue) };
        for (var date = first.PlusDays(-DaysBefore); date < end; date = date.PlusDays(1))
        {
            AddBreaks(date, closed);
            if (_closures.Contains(date))
                closed.Add(new Stretch(StartOfDay(date), StartOfDay(date.PlusDays(1))));
            else
                AddWindows(date, open);
        }

        foreach (var off in provider.TimeOff)
            closed.Add(new Stretch(Resolve(off.Start), Resolve(off.End)));

        Stretch.Merge(open);
        Stretch.Merge(closed);
        return [.. Stretch.Subtract(open, closed)];
    }

    private void AddWindows(LocalDate date, List<Stretch> open)
    {
        if (_overrides.Contains(date))
        {
            foreach (var window in _overrides[date].SelectMany(day => day.Windows))
                open.Add(Resolve(date, window.Start, window.End));
            return;
        }

        foreach (var window in provider.WorkingHours)
        {
            if (window.Days.Has(date.DayOfWeek))
                open.Add(Resolve(date, window.Start, window.End));
        }
    }

    private void AddBreaks(LocalDate date, List<Stretch> closed)
    {
        foreach (var pause in provider.Breaks)
        {
            if (pause.Days.Has(date.DayOfWeek))
                closed.Add(Resolve(date, pause.Start, pause.End));
        }
    }

    private Stretch Resolve(LocalDate date, LocalTime start, LocalTime end) =>
        new(Resolve(date.At(start)), Resolve((end > start ? date : date.PlusDays(1)).At(end)));

    /// <summary>RFC 5545 section 3.3.5: a skipped time moves forward by the gap, a repeated one is the first.</summary>
    private long Resolve(LocalDateTime local) => Zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant().ToUnixTimeTicks();
}
