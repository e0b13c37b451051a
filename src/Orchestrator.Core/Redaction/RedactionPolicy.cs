using System.Collections.Frozen;
using Orchestrator.Core.Redaction.Policies;

namespace Orchestrator.Core.Redaction;

/// <summary>
/// What is hidden and how. Immutable; a stored transcript names <see cref="Name"/> and <see cref="Version"/> so that it
/// can be told which rules it was written under. Made from a preset of <see cref="RedactionPresets"/>.
/// </summary>
public sealed class RedactionPolicy
{
    private readonly RedactionAction[] _actions;

    internal RedactionPolicy(string name, int version, RedactionAction[] actions, IEnumerable<string> allowTerms, IEnumerable<string> denyTerms)
    {
        _actions = actions;
        Name = name;
        Version = version;
        AllowTerms = allowTerms.ToFrozenSet(TermComparer.Instance);
        DenyTerms = denyTerms.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        foreach (var type in EntityTypes.All) HidesAnyDate |= type == EntityType.DateTime && actions[(int)type] != RedactionAction.Keep;
    }

    public string Name { get; }

    public int Version { get; }

    /// <summary>Names and words that stay readable unless they are part of a longer hidden value; names also when misheard.</summary>
    public IReadOnlySet<string> AllowTerms { get; }

    /// <summary>Words and phrases hidden wherever they stand whole, whatever their case, accents and the space between; names also when misheard.</summary>
    public IReadOnlySet<string> DenyTerms { get; }

    /// <summary>Longest text, in UTF-16 units, that is worked on; a longer one is withheld as a whole.</summary>
    public int MaxLength { get; init; } = 16 * 1024 * 1024;

    internal bool HidesAnyDate { get; }

    public RedactionAction ActionOf(EntityType type) => _actions[(int)type];

    public bool Hides(EntityType type) => _actions[(int)type] != RedactionAction.Keep;

    /// <summary>Whether any policy may do that to a type: what authenticates a payment or a patient is never kept, nor shown in part.</summary>
    public static bool Allows(EntityType type, RedactionAction action) => action switch
    {
        RedactionAction.Keep => !type.IsNeverKept(),
        RedactionAction.Mask => type is not (EntityType.Cvv or EntityType.Otp),
        RedactionAction.Token or RedactionAction.Label or RedactionAction.Generalise => true,
    };

    /// <summary>This policy with other actions and terms; refuses to keep what may never be kept.</summary>
    public Result<RedactionPolicy, PolicyRefusal> With(
        int version,
        IReadOnlyDictionary<EntityType, RedactionAction>? actions = null,
        IEnumerable<string>? allowTerms = null,
        IEnumerable<string>? denyTerms = null)
    {
        var changed = (RedactionAction[])_actions.Clone();
        foreach (var (type, action) in actions ?? FrozenDictionary<EntityType, RedactionAction>.Empty)
        {
            if (!Allows(type, action)) return PolicyRefusal.NeverKept;
            changed[(int)type] = action;
        }

        return new RedactionPolicy(Name, version, changed, allowTerms ?? AllowTerms, denyTerms ?? DenyTerms) { MaxLength = MaxLength };
    }
}
