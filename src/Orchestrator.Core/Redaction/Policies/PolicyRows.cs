using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Redaction.Policies;

/// <summary>Rules as rows, within whoever's transaction.</summary>
internal static class PolicyRows
{
    /// <summary>Text of the function that makes a version; its parameters are <see cref="Parameters"/>, after the organization.</summary>
    public const string Save = "select outcome, made_version, by_actor, by_at from save_redaction_policy($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    /// <summary>The version in force.</summary>
    public static async Task<PolicyVersion> CurrentAsync(OrgId org, OrchestratorDbContext rows, CancellationToken ct) =>
        await rows.RedactionPolicies.AsNoTracking().Where(row => row.OrgId == org.Value).OrderByDescending(row => row.Version).FirstOrDefaultAsync(ct) is { } stored
            ? Read(stored)
            : PolicyVersion.Undecided;

    public static PolicyVersion Read(StoredPolicy stored)
    {
        var rules = new PolicyRules
        {
            Preset = stored.Preset,
            Overrides = JsonSerializer.Deserialize<Dictionary<string, string>>(stored.Overrides)!
                .Where(pair => PolicyWords.TryReadType(pair.Key, out _) && PolicyWords.TryReadAction(pair.Value, out _))
                .ToImmutableSortedDictionary(pair => Type(pair.Key), pair => Action(pair.Value)),
            AllowTerms = PolicyRules.Default.AllowTerms.Union(stored.AllowTerms),
            DenyTerms = PolicyRules.Default.DenyTerms.Union(stored.DenyTerms),
            KeepsRecordings = stored.KeepsRecordings,
        };
        // What a later release no longer knows falls back to what hides more, and the version says whose it was.
        var policy = rules.ToPolicy(stored.Version).TryGet(out var made, out _)
            ? made
            : (PolicyRules.Default with { DenyTerms = rules.DenyTerms }).ToPolicy(stored.Version).Value;
        return new PolicyVersion(stored.Version, rules, policy, stored.CreatedAt, stored.CreatedBy, stored.Reason);
    }

    /// <param name="seen">The version that the change was made on; none: whichever is in force.</param>
    public static NpgsqlParameter[] Parameters(Actor actor, PolicyRules rules, int? seen, string reason, string detail) =>
    [
        SqlValue.Text(actor.ToString()), Int(seen), SqlValue.Text(rules.Preset), Json(JsonSerializer.SerializeToUtf8Bytes(rules.Overrides.ToDictionary(pair => pair.Key.Name(), pair => pair.Value.Word()))),
        Texts(rules.AllowTerms), Texts(rules.DenyTerms), Flag(rules.KeepsRecordings), SqlValue.Text(reason), SqlValue.Text(detail),
    ];

    private static EntityType Type(string name) => PolicyWords.TryReadType(name, out var type) ? type : default;

    private static RedactionAction Action(string word) => PolicyWords.TryReadAction(word, out var action) ? action : default;
}
