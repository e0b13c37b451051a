using Orchestrator.Core.Redaction;

namespace Orchestrator.Web.Components.Pages.Redaction;

/// <summary>One line of a text beside what becomes of it.</summary>
/// <param name="Speaker">Who speaks, as written; empty where the line does not say.</param>
public sealed record PreviewLine(string Speaker, IReadOnlyList<PreviewPiece> Before, IReadOnlyList<PreviewPiece> After)
{
    /// <summary>Nothing in it is hidden: both sides say the same.</summary>
    public bool IsPlain => Before.All(piece => piece.Mark is null or { Fate: PreviewFate.Kept }) && After.All(piece => piece.Mark is null);

    private static readonly string[] s_speakers = ["AI", "Agent", "Assistant", "Bot", "User", "Caller", "Customer", "Patient"];

    /// <param name="before">What is marked on the left: hidden values, and those found but kept.</param>
    /// <param name="after">What is replaced on the right.</param>
    public static IReadOnlyList<PreviewLine> Build(string text, IReadOnlyList<PreviewMark> before, IReadOnlyList<PreviewMark> after)
    {
        var lines = new List<PreviewLine>();
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found : text.Length;
            if (end > start || lines.Count > 0)
                lines.Add(Line(text, start, end, before, after));
            start = end + 1;
        }

        return lines;
    }

    private static PreviewLine Line(string text, int start, int end, IReadOnlyList<PreviewMark> before, IReadOnlyList<PreviewMark> after)
    {
        var stop = end > start && text[end - 1] == '\r' ? end - 1 : end;
        var colon = text.AsSpan(start, stop - start).IndexOf(':');
        var speaker = colon > 0 && s_speakers.Contains(text.Substring(start, colon).Trim(), StringComparer.OrdinalIgnoreCase) ? text.Substring(start, colon).Trim() : "";
        if (speaker.Length > 0)
            start += colon + 1;
        while (speaker.Length > 0 && start < stop && text[start] == ' ')
            start++;
        return new PreviewLine(speaker, Cut(text, start, stop, before, showsResult: false), Cut(text, start, stop, after, showsResult: true));
    }

    private static List<PreviewPiece> Cut(string text, int start, int end, IReadOnlyList<PreviewMark> marks, bool showsResult)
    {
        var pieces = new List<PreviewPiece>();
        var at = start;
        foreach (var mark in marks)
        {
            int from = Math.Max(at, mark.Span.Start), to = Math.Min(end, mark.Span.End);
            if (to <= from)
                continue;
            if (from > at)
                pieces.Add(new PreviewPiece(text[at..from], null));
            var isContinued = showsResult && mark.Span.Start < start;
            pieces.Add(new PreviewPiece(showsResult ? (isContinued ? "" : mark.Span.Replacement) : text[from..to], mark));
            at = to;
        }

        if (at < end)
            pieces.Add(new PreviewPiece(text[at..end], null));
        return pieces;
    }
}
