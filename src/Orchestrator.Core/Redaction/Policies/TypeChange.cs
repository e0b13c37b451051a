namespace Orchestrator.Core.Redaction.Policies;

/// <summary>What becomes of a type, before and after.</summary>
public sealed record TypeChange(EntityType Type, RedactionAction Before, RedactionAction After)
{
    public bool IsStricter => Shown(After) < Shown(Before);

    /// <summary>How much of a value stays: all, a part, nothing.</summary>
    private static int Shown(RedactionAction action) => action switch
    {
        RedactionAction.Keep => 2,
        RedactionAction.Mask or RedactionAction.Generalise => 1,
        RedactionAction.Token or RedactionAction.Label => 0,
    };
}
