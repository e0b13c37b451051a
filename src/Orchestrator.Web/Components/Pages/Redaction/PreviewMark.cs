using Orchestrator.Core.Redaction;

namespace Orchestrator.Web.Components.Pages.Redaction;

/// <summary>A value that was found.</summary>
/// <param name="Span">Where, what and why.</param>
/// <param name="Fate">What becomes of it.</param>
public sealed record PreviewMark(RedactionSpan Span, PreviewFate Fate)
{
    public string Describe(string shown)
    {
        var look = TypeLook.Of(Span.Type).Word;
        var why = $"{RedactionWords.Why(Span)} ({RedactionWords.Certainty(Span.Score)})";
        return Fate switch
        {
            PreviewFate.Hidden => $"{look}, becomes {Span.Replacement}: {why}.",
            PreviewFate.Kept => $"{look}, stays readable under these rules. Found because {why}.",
            PreviewFate.OnlyHere => $"{look}, becomes {Span.Replacement} here only: {why}.",
            PreviewFate.Otherwise => $"{look}, becomes {Span.Replacement} here and something else on the other side: {why}.",
        };
    }
}
