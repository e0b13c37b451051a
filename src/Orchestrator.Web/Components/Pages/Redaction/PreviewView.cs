using Orchestrator.Core.Redaction;
using Orchestrator.Core.Redaction.Policies;

namespace Orchestrator.Web.Components.Pages.Redaction;

/// <summary>A text as the draft, and perhaps another policy, would have it: what the panes show.</summary>
public sealed record PreviewView
{
    public required IReadOnlyList<PreviewLine> Lines { get; init; }

    /// <summary>Values found by type, kept ones included.</summary>
    public required IReadOnlyList<(EntityType Type, int Hidden, int Kept)> Totals { get; init; }

    public required int Hidden { get; init; }

    public required int Characters { get; init; }

    public required TimeSpan Took { get; init; }

    public required bool IsWithheld { get; init; }

    /// <summary>In a comparison: alike, only under the draft, only under the other, in another way.</summary>
    public (int Same, int OnlyDraft, int OnlyOther, int Otherwise)? Comparison { get; init; }

    /// <param name="text">What is looked at.</param>
    /// <param name="draft">The rules on the right.</param>
    /// <param name="other">The rules on the left; none: the left is the original.</param>
    public static PreviewView Of(PreviewText text, RedactionPolicy draft, RedactionPolicy? other)
    {
        var result = text.Redact(draft);
        var spans = result.Redaction.Spans;
        var kept = Found(text, draft).Where(found => !draft.Hides(found.Type) && !spans.Any(span => Overlap(span, found))).ToList();
        var totals = EntityTypes.All.Select(type => (Type: type, Hidden: spans.Count(span => span.Type == type), Kept: kept.Count(span => span.Type == type)))
            .Where(total => total.Hidden + total.Kept > 0).ToList();
        var view = new PreviewView
        {
            Lines = [], Totals = totals, Hidden = spans.Count, Characters = text.Text.Length, Took = result.Took, IsWithheld = result.Redaction.Withheld,
        };
        if (other is null)
        {
            List<PreviewMark> marks = [.. spans.Select(span => new PreviewMark(span, PreviewFate.Hidden)), .. kept.Select(span => new PreviewMark(span, PreviewFate.Kept))];
            marks.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
            return view with { Lines = PreviewLine.Build(text.Text, marks, [.. spans.Select(span => new PreviewMark(span, PreviewFate.Hidden))]) };
        }

        var theirs = text.Redact(other).Redaction.Spans;
        List<PreviewMark> left = [.. theirs.Select(span => new PreviewMark(span, Fate(span, spans)))];
        List<PreviewMark> right = [.. spans.Select(span => new PreviewMark(span, Fate(span, theirs)))];
        var lines = PreviewLine.Build(text.Text, left, right);
        return view with
        {
            Lines = [.. lines.Select(line => line with { Before = [.. line.Before.Select(piece => piece with { Text = piece.Mark?.Span.Replacement ?? piece.Text })] })],
            Comparison = (
                right.Count(mark => mark.Fate == PreviewFate.Hidden), right.Count(mark => mark.Fate == PreviewFate.OnlyHere),
                left.Count(mark => mark.Fate == PreviewFate.OnlyHere), right.Count(mark => mark.Fate == PreviewFate.Otherwise)),
        };
    }

    /// <summary>What would be found if nothing were kept.</summary>
    private static IReadOnlyList<RedactionSpan> Found(PreviewText text, RedactionPolicy draft)
    {
        var everything = EntityTypes.All.Where(type => !draft.Hides(type)).ToDictionary(type => type, _ => RedactionAction.Token);
        return everything.Count > 0 && draft.With(draft.Version, everything).TryGet(out var policy, out _) ? text.Redact(policy).Redaction.Spans : [];
    }

    private static PreviewFate Fate(RedactionSpan span, IReadOnlyList<RedactionSpan> others)
    {
        var met = others.Where(other => Overlap(span, other)).ToList();
        return met.Count == 0 ? PreviewFate.OnlyHere
            : met.Any(other => other.Start == span.Start && other.End == span.End && Form(other) == Form(span)) ? PreviewFate.Hidden
            : PreviewFate.Otherwise;
    }

    // Numbers in tokens depend on what else is hidden; [PERSON_1] and [PERSON_2] are one treatment.
    private static string Form(RedactionSpan span) => span.Replacement.TrimEnd(']').TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') + span.Type;

    private static bool Overlap(RedactionSpan a, RedactionSpan b) => a.Start < b.End && b.Start < a.End;
}
