namespace Orchestrator.Core.Redaction.Policies;

/// <summary>What another set of rules changes, for people, for the audit log and for whether stored transcripts should be redacted again.</summary>
public sealed record PolicyDifference(
    IReadOnlyList<TypeChange> Types, IReadOnlyList<string> Allowed, IReadOnlyList<string> NoLongerAllowed, IReadOnlyList<string> Denied, IReadOnlyList<string> NoLongerDenied, bool? KeepsRecordings)
{
    public bool IsNone => Types.Count + Allowed.Count + NoLongerAllowed.Count + Denied.Count + NoLongerDenied.Count == 0 && KeepsRecordings is null;

    /// <summary>The newer rules hide something that the older ones let through, at least in part.</summary>
    public bool IsStricter => Denied.Count > 0 || NoLongerAllowed.Count > 0 || KeepsRecordings == false || Types.Any(change => change.IsStricter);

    public static PolicyDifference Between(PolicyRules before, PolicyRules after) => new(
        [
            .. EntityTypes.All.Where(type => before.ActionOf(type) != after.ActionOf(type))
                .Select(type => new TypeChange(type, before.ActionOf(type), after.ActionOf(type))),
        ],
        [.. after.AllowTerms.Except(before.AllowTerms)],
        [.. before.AllowTerms.Except(after.AllowTerms)],
        [.. after.DenyTerms.Except(before.DenyTerms)],
        [.. before.DenyTerms.Except(after.DenyTerms)],
        before.KeepsRecordings == after.KeepsRecordings ? null : after.KeepsRecordings);

    /// <summary>For the audit log: types by name, terms by number only, for a term may be somebody's name.</summary>
    public string Summary()
    {
        var parts = Types.Select(change => $"{change.Type.Name()} {change.Before.Word()} to {change.After.Word()}").ToList();
        Add("allowed", Allowed.Count);
        Add("no longer allowed", NoLongerAllowed.Count);
        Add("denied", Denied.Count);
        Add("no longer denied", NoLongerDenied.Count);
        if (KeepsRecordings is { } keeps)
            parts.Add(keeps ? "recordings kept" : "recordings not kept");
        return parts.Count == 0 ? "no change" : string.Join(", ", parts);

        void Add(string what, int count)
        {
            if (count > 0)
                parts.Add(FormattableString.Invariant($"terms {what} {count}"));
        }
    }
}
