using Orchestrator.Core.Redaction.Language;

namespace Orchestrator.Core.Redaction.Recognition;

/// <summary>The cue that speaks for a number, and how far off it stands (0 is beside it). A
/// piece is one of several turns that give the value bit by bit.</summary>
internal readonly record struct CueHit(CueKind Kind, EntityType Type, RedactionLayer Layer, int Cost, bool IsPiece = false)
{
    public static CueHit None { get; } = new(CueKind.MaybeName, default, RedactionLayer.Shape, int.MaxValue);

    public bool IsValue => Kind == CueKind.Value && Cost < int.MaxValue;

    public bool Is(CueKind kind) => Kind == kind && Cost < int.MaxValue;
}
