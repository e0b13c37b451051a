using System.Collections.Immutable;
using System.Text.Json;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Redaction.Policies;

namespace Orchestrator.Core.Tenancy;

/// <summary>Reads <c>redaction</c>; an unknown preset, type or action and what may not be kept are faults with their path.</summary>
internal static class OrgFileRedactionReader
{
    public static OrgFileRedaction Read(FileObject root)
    {
        if (root.Object("redaction", "preset", "overrides", "allowTerms", "denyTerms", "keepRecordings") is not { } redaction)
            return OrgFileRedaction.Default;

        var preset = redaction.Text("preset") ?? PolicyRules.Default.Preset;
        if (RedactionPresets.Find(preset) is null)
            redaction.Fault(redaction.At("preset"), new PolicyFault(PolicyRefusal.UnknownPreset).Sentence);
        var rules = new PolicyRules
        {
            Preset = preset,
            Overrides = Overrides(redaction),
            AllowTerms = PolicyRules.Default.AllowTerms.Union(Terms(redaction, "allowTerms")),
            DenyTerms = PolicyRules.Default.DenyTerms.Union(Terms(redaction, "denyTerms")),
            KeepsRecordings = redaction.Flag("keepRecordings") ?? false,
        };
        if (rules.AllowTerms.Any(rules.DenyTerms.Contains))
            redaction.Fault(redaction.At("allowTerms"), "names a term that denyTerms names too.");
        return new OrgFileRedaction(rules.Normalized(), redaction.Has("allowTerms"), redaction.Has("denyTerms"));
    }

    private static ImmutableSortedDictionary<EntityType, RedactionAction> Overrides(FileObject redaction)
    {
        var overrides = PolicyRules.Default.Overrides.ToBuilder();
        if (!redaction.TryGet("overrides", out var json))
            return PolicyRules.Default.Overrides;
        string[] names = json.ValueKind == JsonValueKind.Object ? [.. json.EnumerateObject().Select(property => property.Name)] : [];
        var chosen = new FileObject(json, redaction.At("overrides"), redaction.Faults, names);
        foreach (var name in names.Where(chosen.Has))
        {
            if (!PolicyWords.TryReadType(name, out var type))
                chosen.Fault(chosen.At(name), new PolicyFault(PolicyRefusal.UnknownType).Sentence);
            else if (chosen.Text(name) is not { } word)
                continue;
            else if (!PolicyWords.TryReadAction(word, out var action))
                chosen.Fault(chosen.At(name), new PolicyFault(PolicyRefusal.UnknownAction).Sentence);
            else if (!RedactionPolicy.Allows(type, action))
                chosen.Fault(chosen.At(name), new PolicyFault(PolicyRefusal.NeverKept).Sentence);
            else if (!overrides.TryAdd(type, action))
                chosen.Fault(chosen.At(name), "is another name of a type that is given already.");
        }

        return overrides.ToImmutable();
    }

    private static IEnumerable<string> Terms(FileObject redaction, string key)
    {
        var count = 0;
        foreach (var (term, path) in redaction.Texts(key))
        {
            if (!PolicyRules.IsTerm(term))
                redaction.Fault(path, new PolicyFault(PolicyRefusal.BadTerm).Sentence);
            else if (++count > PolicyRules.MostTerms)
                redaction.Fault(path, new PolicyFault(PolicyRefusal.TooManyTerms).Sentence);
            else
                yield return term;
        }
    }
}
