using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Redaction.Policies;

/// <summary>
/// What each organization has decided about redaction, version by version. The version in force is kept in memory and
/// dropped when another one is made, here or on another instance.
/// </summary>
public sealed class RedactionPolicies
{
    public const int LongestReason = 500;

    private readonly OrgDb _db;
    private readonly StaffGuard _guard;
    private readonly ActivityNotifier _activity;
    private readonly OrgCache<PolicyVersion> _inForce;

    public RedactionPolicies(OrgDb db, StaffGuard guard, OrgChangeFeed feed, ActivityNotifier activity)
    {
        (_db, _guard, _activity) = (db, guard, activity);
        _inForce = new OrgCache<PolicyVersion>(feed, LoadAsync);
    }

    /// <summary>The version by which texts of this organization are redacted now.</summary>
    public ValueTask<PolicyVersion> InForceAsync(OrgId org, CancellationToken ct) => _inForce.GetAsync(org, ct);

    /// <summary>As <see cref="InForceAsync"/>, for who has read in the database which version that is, before the news of it arrived.</summary>
    public async ValueTask<PolicyVersion> InForceAsync(OrgId org, int version, CancellationToken ct)
    {
        var known = await _inForce.GetAsync(org, ct);
        if (known.Version >= version)
            return known;
        _inForce.Drop(org);
        return await _inForce.GetAsync(org, ct);
    }

    /// <summary>Every version, the one in force first. Needs <see cref="StaffTask.ManageClinic"/>.</summary>
    public async Task<IReadOnlyList<PolicyVersion>> HistoryAsync(OrgContext context, CancellationToken ct)
    {
        await _guard.RequireAsync(context, StaffTask.ManageClinic, ct);
        var stored = await _db.RunAsync(context, (rows, token) => rows.RedactionPolicies.AsNoTracking()
            .Where(row => row.OrgId == context.Org.Value).OrderByDescending(row => row.Version).ToListAsync(token), ct);
        return stored.Count == 0 ? [PolicyVersion.Undecided] : stored.ConvertAll(PolicyRows.Read);
    }

    /// <summary>Makes a new version, in force at once, with its audit row. Needs <see cref="StaffTask.ManageClinic"/>.</summary>
    /// <param name="seen">The version that the change was made on.</param>
    /// <param name="reason">Why, for whoever reads the history. Kept with the version and not in the audit chain.</param>
    public async Task<Result<PolicyVersion, PolicyChangeRefusal>> SaveAsync(OrgContext context, PolicyRules rules, int seen, string? reason, CancellationToken ct)
    {
        await _guard.RequireAsync(context, StaffTask.ManageClinic, ct);
        rules = rules.Normalized();
        if (!rules.ToPolicy(seen).TryGet(out _, out var fault))
            return new PolicyChangeRefusal(PolicyChangeRefusalKind.NoPolicy, fault);
        var why = reason?.Trim() ?? "";
        if (why.Length is 0 or > LongestReason)
            return new PolicyChangeRefusal(PolicyChangeRefusalKind.NoReason);

        var before = await LoadAsync(context.Org, ct);
        var detail = PolicyDifference.Between(before.Rules, rules).Summary();
        var (outcome, by, at) = await _db.CallAsync(
            context,
            PolicyRows.Save,
            PolicyRows.Parameters(context.Actor, rules, seen, why, detail),
            row => (row.GetString(0), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? (Instant?)null : row.GetFieldValue<Instant>(3)),
            ct);
        if (outcome == "unchanged")
            return new PolicyChangeRefusal(PolicyChangeRefusalKind.NothingChanged);
        if (outcome == "changed")
            return new PolicyChangeRefusal(PolicyChangeRefusalKind.ChangedMeanwhile, By: by, At: at);
        _inForce.Drop(context.Org);
        _activity.Touch(context.Org, ActivityTopics.Redaction | ActivityTopics.Audit);
        return await _inForce.GetAsync(context.Org, ct);
    }

    private Task<PolicyVersion> LoadAsync(OrgId org, CancellationToken ct) =>
        _db.RunAsync(new OrgContext(org, Actor.Job("redaction-policies")), (rows, token) => PolicyRows.CurrentAsync(org, rows, token), ct);
}
