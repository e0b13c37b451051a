using NodaTime;
using Orchestrator.Core.Speech;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>Reads the phrases that came for day, time and part of day, and says what they mean together.</summary>
internal static class WhenReader
{
    /// <summary>Rules look ahead and go back; this bounds their work, and nobody names a day in more words.</summary>
    private const int MostTerms = 80;

    public static SpokenWhen Read(string? date, string? time, string? partOfDay, SpokenContext context) =>
        Read(date, time, partOfDay, context, WhenSlot.Date);

    /// <summary>A start keeps a midnight that was written; a day written as its midnight ("2027-01-14T00:00:00") is only that day.</summary>
    public static SpokenWhen ReadStart(string start, SpokenContext context) => Read(start, null, null, context, WhenSlot.Start);

    private static SpokenWhen Read(string? date, string? time, string? partOfDay, SpokenContext context, WhenSlot slot)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (date?.Length > SpeechText.MaxLength || time?.Length > SpeechText.MaxLength || partOfDay?.Length > SpeechText.MaxLength) return NotUnderstood([]);

        var facts = Parse(date, slot, context);
        facts.Add(Parse(time, WhenSlot.Time, context));
        var part = Parse(partOfDay, WhenSlot.Time, context);
        part.Dates.RemoveAll(fact => fact is DateFact.Days { Kind: SpanKind.AnyDay });
        facts.Add(part);
        return Say(facts, context);
    }

    private static WhenFacts Parse(string? text, WhenSlot slot, SpokenContext context)
    {
        if (SpeechText.IsMissing(text)) return new WhenFacts();
        var terms = WhenLexer.Read(text!, WhenWords.English, context.Zone);
        if (slot == WhenSlot.Date && terms.FindIndex(IsWrittenMidnight) is > 0 and var at && terms[at - 1].Kind == TermKind.Date) terms.RemoveAt(at);
        return terms.Count > MostTerms ? new WhenFacts { HasLeftover = true } : WhenParser.Parse(terms, context, slot);
    }

    private static bool IsWrittenMidnight(Term term) => term is { Kind: TermKind.Clock, Value: 0, Second: 0, Third: WrittenForms.TwentyFourHours };

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
