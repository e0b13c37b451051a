using Orchestrator.Core.Redaction.Recognition;

namespace Orchestrator.Core.Redaction.Rendering;

/// <summary>A stretch of the original text and what will stand there instead.</summary>
internal readonly record struct Piece(Candidate Span, string Replacement)
{
    public int Start => Span.Start;

    public int End => Span.End;
}
