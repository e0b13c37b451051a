using System.Collections.Immutable;

namespace Orchestrator.Core.Redaction.Policies;

/// <summary>
/// What an organization has decided: a preset, what becomes of single types instead, terms, and whether the address of a
/// call's recording is kept. An edit gives new rules; <see cref="ToPolicy"/> judges them.
/// </summary>
public sealed record PolicyRules
{
    public const int ShortestTerm = 2;

    public const int LongestTerm = 80;

    public const int MostTerms = 500;

    public static PolicyRules Default { get; } = new() { Preset = RedactionPresets.ClinicDefault.Name };

    /// <summary>A name of <see cref="RedactionPresets"/>.</summary>
    public required string Preset { get; init; }

    /// <summary>Only what differs from the preset, once <see cref="Normalized"/>.</summary>
    public ImmutableSortedDictionary<EntityType, RedactionAction> Overrides { get; init; } = ImmutableSortedDictionary<EntityType, RedactionAction>.Empty;

    /// <summary>Stay readable.</summary>
    public ImmutableSortedSet<string> AllowTerms { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Are always hidden.</summary>
    public ImmutableSortedSet<string> DenyTerms { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the address of a call's recording is stored. What was said is in it unredacted.</summary>
    public bool KeepsRecordings { get; init; }

    public RedactionAction ActionOf(EntityType type) =>
        Overrides.TryGetValue(type, out var action) ? action : (RedactionPresets.Find(Preset) ?? RedactionPresets.ClinicDefault).ActionOf(type);

    /// <summary>With another action for a type; the preset's own is no override.</summary>
    public PolicyRules With(EntityType type, RedactionAction action) => (this with { Overrides = Overrides.SetItem(type, action) }).Normalized();

    public PolicyRules Allow(string term) => this with { AllowTerms = AllowTerms.Add(term.Trim()), DenyTerms = DenyTerms.Remove(term.Trim()) };

    public PolicyRules Deny(string term) => this with { DenyTerms = DenyTerms.Add(term.Trim()), AllowTerms = AllowTerms.Remove(term.Trim()) };

    public PolicyRules Forget(string term) => this with { DenyTerms = DenyTerms.Remove(term), AllowTerms = AllowTerms.Remove(term) };

    public PolicyRules Normalized() => RedactionPresets.Find(Preset) is not { } preset
        ? this
        : this with { Preset = preset.Name, Overrides = Overrides.RemoveRange(Overrides.Where(pair => preset.ActionOf(pair.Key) == pair.Value).Select(pair => pair.Key)) };

    public Result<RedactionPolicy, PolicyFault> ToPolicy(int version)
    {
        if (RedactionPresets.Find(Preset) is not { } preset)
            return new PolicyFault(PolicyRefusal.UnknownPreset, Preset);
        foreach (var (type, action) in Overrides)
        {
            if (!RedactionPolicy.Allows(type, action))
                return new PolicyFault(PolicyRefusal.NeverKept, type.Name());
        }

        if (AllowTerms.Count > MostTerms || DenyTerms.Count > MostTerms)
            return new PolicyFault(PolicyRefusal.TooManyTerms);
        if (AllowTerms.Concat(DenyTerms).FirstOrDefault(term => !IsTerm(term)) is { } bad)
            return new PolicyFault(PolicyRefusal.BadTerm, bad);
        if (AllowTerms.FirstOrDefault(DenyTerms.Contains) is { } both)
            return new PolicyFault(PolicyRefusal.Contradiction, both);
        return preset.With(version, Overrides, AllowTerms, DenyTerms).Match<Result<RedactionPolicy, PolicyFault>>(policy => policy, refusal => new PolicyFault(refusal));
    }

    public static bool IsTerm(string term) =>
        term.Length is >= ShortestTerm and <= LongestTerm && term == term.Trim() && !term.Any(char.IsControl) && term.Any(char.IsLetterOrDigit);

    public bool Equals(PolicyRules? other) => other is not null
        && Preset == other.Preset && KeepsRecordings == other.KeepsRecordings
        && Overrides.SequenceEqual(other.Overrides) && AllowTerms.SetEquals(other.AllowTerms) && DenyTerms.SetEquals(other.DenyTerms);

    public override int GetHashCode() => HashCode.Combine(Preset, KeepsRecordings, Overrides.Count, AllowTerms.Count, DenyTerms.Count);

    public override string ToString() => $"PolicyRules {Preset}, {Overrides.Count} types, {AllowTerms.Count} allowed, {DenyTerms.Count} denied";
}
