using NodaTime;
using Orchestrator.Core.Speech;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>Reads the phrases that came for day, time and part of day, and says what they mean together.</summary>
internal static class WhenReader
{
    public static SpokenWhen Read(string? date, string? time, string? partOfDay, SpokenContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var facts = new WhenFacts();
        foreach (var (text, slot) in new[] { (date, WhenSlot.Date), (time, WhenSlot.Time), (partOfDay, WhenSlot.Time) })
        {
            if (SpeechText.IsMissing(text)) continue;
            if (text!.Length > SpeechText.MaxLength) return NotUnderstood([]);
            facts.Add(WhenParser.Parse(WhenLexer.Read(text, WhenWords.English, context.Zone), context, slot));
        }

        return Say(facts, context);
    }

    private static SpokenWhen Say(WhenFacts facts, SpokenContext context)
    {
        var day = DateComposer.Compose(facts.Dates, facts.HasChoice, context);
        if (day is DateFact.Impossible) return new SpokenWhen.Impossible();
        if (day is DateFact.Unclear unclear) return new SpokenWhen.Unclear(unclear.Reason, unclear.Candidates);
        if (facts.HasExclusion) return new SpokenWhen.Unclear(UnclearReason.Excluded, Candidates(day, context));
        if (facts.HasLeftover) return NotUnderstood(Candidates(day, context));
        if (TimeComposer.Compose(facts.Times, facts.HasChoice, out var time) is { } trouble) return trouble;

        return day switch
        {
            null => new SpokenWhen.Missing(time),
            DateFact.Days { To: { } to } when to < context.Today => new SpokenWhen.Past(to, time),
            DateFact.Days span => new SpokenWhen.Span(span.From, span.To, time),
            _ => Single(DateFacts.ToDate(day, context.Today)!.Value, time, context),
        };
    }

    private static SpokenWhen Single(LocalDate date, TimeWish? time, SpokenContext context) =>
        date < context.Today ? new SpokenWhen.Past(date, time) : new SpokenWhen.Day(date, time);

    private static SpokenWhen.Unclear NotUnderstood(IReadOnlyList<LocalDate> candidates) => new(UnclearReason.NotUnderstood, candidates);

    private static IReadOnlyList<LocalDate> Candidates(DateFact? day, SpokenContext context) =>
        day is not null && DateFacts.ToDate(day, context.Today) is { } date && date >= context.Today ? [date] : [];
}
