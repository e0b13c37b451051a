using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>Which local dates and times of day a search wants.</summary>
internal sealed class StartFilter
{
    private static readonly LocalTime Noon = new(12, 0);
    private static readonly LocalTime Evening = new(17, 0);

    private readonly long _firstDay;
    private readonly long _lastDay;
    private readonly bool _anyTime;
    private readonly long _from;
    private readonly long _until;

    public StartFilter(LocalDate first, LocalDate last, PartOfDay? part, TimeWindow? window)
    {
        (First, Last) = (first, last);
        _firstDay = DayNumber(first);
        _lastDay = DayNumber(last);
        var (from, until) = part is { } wanted ? Bounds(wanted) : (0, NodaConstants.TicksPerDay);
        _from = Math.Max(from, window?.From.TickOfDay ?? 0);
        _until = Math.Min(until, window?.Until?.TickOfDay ?? NodaConstants.TicksPerDay);
        _anyTime = _from == 0 && _until == NodaConstants.TicksPerDay;
    }

    public LocalDate First { get; }

    public LocalDate Last { get; }

    /// <param name="local">Ticks of the local clock since 1970.</param>
    public bool Allows(long local)
    {
        var day = Math.DivRem(local, NodaConstants.TicksPerDay, out var time);
        if (time < 0)
            (day, time) = (day - 1, time + NodaConstants.TicksPerDay);
        return day >= _firstDay && day <= _lastDay && (_anyTime || (time >= _from && time < _until));
    }

    private static long DayNumber(LocalDate date) => Period.DaysBetween(LocalDate.FromDateTime(DateTime.UnixEpoch), date);

    private static (long From, long Until) Bounds(PartOfDay part) => part switch
    {
        PartOfDay.Morning => (0, Noon.TickOfDay),
        PartOfDay.Afternoon => (Noon.TickOfDay, Evening.TickOfDay),
        PartOfDay.Evening => (Evening.TickOfDay, NodaConstants.TicksPerDay),
    };
}
