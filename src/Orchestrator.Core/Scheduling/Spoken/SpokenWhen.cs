using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>
/// What a phrase about a day means on the clinic's calendar. One of the nested cases; <see cref="Match{T}"/> names them all.
/// Weekdays, with or without "next", are the first such day after today; a date without a year is the first on or after
/// today; nothing is rolled over or guessed.
/// </summary>
public abstract record SpokenWhen
{
    private SpokenWhen()
    {
    }

    /// <summary>One day, today or later.</summary>
    /// <param name="Date">On the clinic's calendar.</param>
    /// <param name="Time">The time of day that was named with it, if any.</param>
    public sealed record Day(LocalDate Date, TimeWish? Time = null) : SpokenWhen;

    /// <summary>Any day of several. It may begin before today when dates were given so.</summary>
    /// <param name="From">First day.</param>
    /// <param name="To">Last day, inclusive; null means as far as bookings go.</param>
    /// <param name="Time">The time of day that was named with it, if any.</param>
    public sealed record Span(LocalDate From, LocalDate? To, TimeWish? Time = null) : SpokenWhen;

    /// <summary>A day before today that was named as such: with its year, or as "yesterday" or "last Tuesday".</summary>
    public sealed record Past(LocalDate Date, TimeWish? Time = null) : SpokenWhen;

    /// <summary>A day or time that exists in no calendar or clock (30 February, 25:00).</summary>
    public sealed record Impossible : SpokenWhen;

    /// <summary>To be asked back.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Candidates">The days it could be, where there are such; ascending.</param>
    public sealed record Unclear(UnclearReason Reason, IReadOnlyList<LocalDate> Candidates) : SpokenWhen;

    /// <summary>No day was named: nothing at all, a template sent unrendered, or only a time.</summary>
    public sealed record Missing(TimeWish? Time = null) : SpokenWhen;

    /// <summary>Reads one phrase, which may hold a time as well ("next Tuesday afternoon at half past two").</summary>
    public static SpokenWhen Read(string? phrase, SpokenContext context) => WhenReader.Read(phrase, null, null, context);

    /// <summary>Reads the day with the time and part of day that came beside it. What contradicts is asked back.</summary>
    public static SpokenWhen Read(string? date, string? time, string? partOfDay, SpokenContext context) => WhenReader.Read(date, time, partOfDay, context);

    /// <summary>
    /// Reads a span given as its two ends, each in the words of <see cref="Read(string?, SpokenContext)"/>. An end named without
    /// a year counts from the beginning ("Friday" to "Monday"). With one end missing the other stands alone: a beginning has no
    /// end, an end begins today.
    /// </summary>
    public static SpokenWhen ReadSpan(string? from, string? to, SpokenContext context) => SpanEnds.Read(from, to, context);

    public T Match<T>(
        Func<Day, T> day, Func<Span, T> span, Func<Past, T> past, Func<Impossible, T> impossible, Func<Unclear, T> unclear, Func<Missing, T> missing) => this switch
    {
        Day it => day(it),
        Span it => span(it),
        Past it => past(it),
        Impossible it => impossible(it),
        Unclear it => unclear(it),
        Missing it => missing(it),
        _ => throw new InvalidOperationException("The cases of SpokenWhen are closed."),
    };
}
