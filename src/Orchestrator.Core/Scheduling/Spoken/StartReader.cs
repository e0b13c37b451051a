using NodaTime;
using Orchestrator.Core.Speech;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>Reads a start, which needs one day and one time.</summary>
internal static class StartReader
{
    public static SpokenStart Read(string? start, SpokenContext context, Func<LocalDate, LocalTime, bool> isOpen)
    {
        ArgumentNullException.ThrowIfNull(isOpen);
        ArgumentNullException.ThrowIfNull(context);
        if (SpeechText.IsMissing(start)) return new SpokenStart.Missing();
        if (WrittenForms.TryReadWhole(start!) is { } written)
        {
            if (written.Exact is { } exact) return FromInstant(exact, context);
            // What is past is left to the sentences' rules, which know what it may have meant.
            if (written.Local is { } local && local.Date >= context.Today) return new SpokenStart.At(local.Date.At(new LocalTime(local.Hour, local.Minute)), null);
        }

        return WhenReader.ReadStart(start!, context).Match(
            day => FromDay(day, isOpen),
            _ => new SpokenStart.DayMissing(),
            past => new SpokenStart.Past(past.Date),
            _ => new SpokenStart.Impossible(),
            unclear => new SpokenStart.Unclear(unclear.Reason, unclear.Candidates),
            _ => (SpokenStart)new SpokenStart.DayMissing());
    }

    private static SpokenStart FromInstant(Instant exact, SpokenContext context)
    {
        var local = exact.InZone(context.Zone).LocalDateTime;
        return local.Date < context.Today ? new SpokenStart.Past(local.Date) : new SpokenStart.At(local, exact);
    }

    private static SpokenStart FromDay(SpokenWhen.Day day, Func<LocalDate, LocalTime, bool> isOpen)
    {
        if (day.Time is not TimeWish.At wish) return new SpokenStart.TimeMissing(day.Date);

        return wish.Resolve(day.Date, isOpen).Match(
            at => new SpokenStart.At(day.Date.At(at.Time), null),
            _ => new SpokenStart.TimeMissing(day.Date),
            unclear => (SpokenStart)new SpokenStart.UnclearTime(day.Date, unclear.Earlier, unclear.Later));
    }
}
