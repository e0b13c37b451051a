using Orchestrator.Core.Redaction.Language;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>Tells birth dates and card expiries from all other dates.</summary>
internal sealed class DateRules(Scratch scratch, CueFinder cues, Questions questions)
{
    public void Judge(bool allDates)
    {
        for (var i = 0; i < scratch.Dates.Count; i++)
        {
            var date = scratch.Dates[i];
            var cue = cues.Find(date.First, date.Last, 6, letters: false);
            if ((IsBirth(cue) && (date.Year > 0 || cue.Cost <= 1 || cue.Layer == RedactionLayer.Expectation)) || (cue.Is(CueKind.Number) && IsAskedForBirth(date.First)))
            {
                scratch.Hide(WithLeadIn(date.First), date.Last, EntityType.DateOfBirth, cue.Layer == RedactionLayer.Expectation ? RedactionLayer.Expectation : RedactionLayer.Cue, "DATE_OF_BIRTH:cue", 0.95);
            }
            else if (cue.IsValue && cue.Type == EntityType.CardExpiry)
            {
                scratch.Hide(date.First, date.Last, EntityType.CardExpiry, cue.Layer, "CARD_EXPIRY:cue", 0.95);
            }
            else if (allDates)
            {
                scratch.Hide(date.First, date.Last, EntityType.DateTime, RedactionLayer.Shape, "DATE_TIME:shape", 0.7);
            }
        }
    }

    /// <summary>"on the" belongs to the date that it leads into.</summary>
    private int WithLeadIn(int first)
    {
        if (first > 0 && !scratch.StartsLine(first) && scratch.Is(first - 1, WordRole.Article)) first--;
        if (first > 0 && !scratch.StartsLine(first) && scratch.Document.TextOf(first - 1) is "on") first--;
        return first;
    }

    private static bool IsBirth(CueHit cue) => cue.IsValue && cue.Type == EntityType.DateOfBirth;

    private bool IsAskedForBirth(int token) =>
        questions.IsExpected(cues.TurnOf(token), cue => cue.Kind == CueKind.Value && cue.Type == EntityType.DateOfBirth);
}
