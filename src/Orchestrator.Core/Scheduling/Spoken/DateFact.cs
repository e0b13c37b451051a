using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>What one part of a phrase says about the day, before it is put beside the other parts.</summary>
internal abstract record DateFact
{
    private DateFact()
    {
    }

    /// <summary>A day that is certain in itself; it may be past.</summary>
    public sealed record Exact(LocalDate Date) : DateFact;

    /// <summary>A day of a month without its year.</summary>
    public sealed record MonthDay(int Month, int Day) : DateFact;

    public sealed record DayOfMonth(int Day) : DateFact;

    /// <param name="Day">The day of the week.</param>
    /// <param name="MayBeToday">"this Friday" said on a Friday.</param>
    public sealed record Weekday(IsoDayOfWeek Day, bool MayBeToday) : DateFact;

    public sealed record Days(LocalDate From, LocalDate? To, SpanKind Kind) : DateFact;

    public sealed record Unclear(UnclearReason Reason, IReadOnlyList<LocalDate> Candidates) : DateFact;

    public sealed record Impossible : DateFact;
}
