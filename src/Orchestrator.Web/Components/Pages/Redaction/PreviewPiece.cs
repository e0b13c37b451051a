namespace Orchestrator.Web.Components.Pages.Redaction;

/// <summary>A stretch of a line.</summary>
/// <param name="Text">As shown.</param>
/// <param name="Mark">Whether it is more than plain text.</param>
public sealed record PreviewPiece(string Text, PreviewMark? Mark);
