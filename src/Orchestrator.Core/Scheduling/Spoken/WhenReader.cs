using NodaTime;
using Orchestrator.Core.Speech;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>Reads the phrases that came for day, time and part of day, and says what they mean together.</summary>
internal static class WhenReader
{
    /// <summary>Rules look ahead and go back; this bounds their work, and nobody names a day in more words.</summary>
    private const int MostTerms = 80;

    public static SpokenWhen Read(string? date, string? time, string? partOfDay, SpokenContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (date?.Length > SpeechText.MaxLength || time?.Length > SpeechText.MaxLength || partOfDay?.Length > SpeechText.MaxLength) return NotUnderstood([]);

        var facts = Parse(date, WhenSlot.Date, context);
        var times = Parse(time, WhenSlot.Time, context);
        // A day written as its midnight, beside a time of its own, is no wish for midnight.
        if (times.Times.Count > 0 && facts.Times is [TimeFact.At { Clock: { IsCertain: true, Hour: 0, Minute: 0 } }]) facts.Times.Clear();
        facts.Add(times);
        facts.Add(Parse(partOfDay, WhenSlot.Time, context));
        return Say(facts, context);
    }

    private static WhenFacts Parse(string? text, WhenSlot slot, SpokenContext context)
    {
        if (SpeechText.IsMissing(text)) return new WhenFacts();
        var terms = WhenLexer.Read(text!, WhenWords.English, context.Zone);
        return terms.Count > MostTerms ? new WhenFacts { HasLeftover = true } : WhenParser.Parse(terms, context, slot);
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
