using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>
/// A start to be claimed: an instant with its offset, a clinic-local date and time, or spoken. It needs both a day and a time.
/// One of the nested cases; <see cref="Match{T}"/> names them all.
/// </summary>
public abstract record SpokenStart
{
    private SpokenStart()
    {
    }

    /// <summary>A start, not yet compared with the clock (it may be earlier today).</summary>
    /// <param name="Local">On the clinic's wall clock. It may fall into a gap or overlap of the zone when <paramref name="Exact"/> is null.</param>
    /// <param name="Exact">The instant, when the text carried an offset.</param>
    public sealed record At(LocalDateTime Local, Instant? Exact) : SpokenStart;

    /// <summary>A day before today.</summary>
    public sealed record Past(LocalDate Date) : SpokenStart;

    /// <summary>A day or time that does not exist.</summary>
    public sealed record Impossible : SpokenStart;

    /// <summary>To be asked back: the day.</summary>
    public sealed record Unclear(UnclearReason Reason, IReadOnlyList<LocalDate> Candidates) : SpokenStart;

    /// <summary>To be asked back: morning or evening, both are inside opening hours.</summary>
    public sealed record UnclearTime(LocalDate Date, LocalTime Earlier, LocalTime Later) : SpokenStart;

    /// <summary>A time but no day, or several days.</summary>
    public sealed record DayMissing : SpokenStart;

    /// <summary>A day but no time, or a range of times.</summary>
    public sealed record TimeMissing(LocalDate Date) : SpokenStart;

    /// <summary>Nothing was given.</summary>
    public sealed record Missing : SpokenStart;

    /// <param name="start">What was given.</param>
    /// <param name="context">What it is relative to.</param>
    /// <param name="isOpen">Whether the clinic is open at a wall-clock time of a day: decides between am and pm.</param>
    public static SpokenStart Read(string? start, SpokenContext context, Func<LocalDate, LocalTime, bool> isOpen) => StartReader.Read(start, context, isOpen);

    public T Match<T>(
        Func<At, T> at, Func<Past, T> past, Func<Impossible, T> impossible, Func<Unclear, T> unclear, Func<UnclearTime, T> unclearTime,
        Func<DayMissing, T> dayMissing, Func<TimeMissing, T> timeMissing, Func<Missing, T> missing) => this switch
    {
        At it => at(it),
        Past it => past(it),
        Impossible it => impossible(it),
        Unclear it => unclear(it),
        UnclearTime it => unclearTime(it),
        DayMissing it => dayMissing(it),
        TimeMissing it => timeMissing(it),
        Missing it => missing(it),
        _ => throw new InvalidOperationException("The cases of SpokenStart are closed."),
    };
}
