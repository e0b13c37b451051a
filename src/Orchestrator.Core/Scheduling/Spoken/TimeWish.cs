using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>
/// The time of day a caller wishes, as far as the words tell: a time without am or pm still has both its readings.
/// <see cref="Resolve"/> chooses between them. One of the nested cases.
/// </summary>
public abstract record TimeWish
{
    private TimeWish()
    {
    }

    /// <summary>One time.</summary>
    /// <param name="Time">The reading of daytime (7:00 to 18:59) when there are two.</param>
    /// <param name="OrElse">The other reading, twelve hours away; null when the words were certain.</param>
    /// <param name="Approximate">"around", "about", "-ish".</param>
    public sealed record At(LocalTime Time, LocalTime? OrElse = null, bool Approximate = false) : TimeWish;

    /// <summary>Any time of a range.</summary>
    /// <param name="Range">The reading of daytime when there are two.</param>
    /// <param name="OrElse">The other reading; null when the words were certain.</param>
    public sealed record Between(TimeRange Range, TimeRange? OrElse = null) : TimeWish;

    /// <summary>Any time of a part of the day.</summary>
    public sealed record During(DayPart Part) : TimeWish;

    /// <summary>Chooses the reading inside opening hours on that day; see <see cref="ResolvedTime"/>.</summary>
    public ResolvedTime Resolve(LocalDate date, Func<LocalDate, LocalTime, bool> isOpen) => TimeResolver.Resolve(this, [date], isOpen);

    /// <summary>As <see cref="Resolve(LocalDate, Func{LocalDate, LocalTime, bool})"/>, where inside means inside on at least one of the days.</summary>
    public ResolvedTime Resolve(IEnumerable<LocalDate> dates, Func<LocalDate, LocalTime, bool> isOpen) => TimeResolver.Resolve(this, [.. dates], isOpen);

    public T Match<T>(Func<At, T> at, Func<Between, T> between, Func<During, T> during) => this switch
    {
        At it => at(it),
        Between it => between(it),
        During it => during(it),
        _ => throw new InvalidOperationException("The cases of TimeWish are closed."),
    };
}
