using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Redaction.Policies;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Calls.Reruns;

/// <summary>
/// Redacting stored transcripts again after the rules became stricter. What is stored is redacted already, so this can hide
/// more and never bring anything back. Needs <see cref="StaffTask.ManageClinic"/>; the work itself is <see cref="RerunJob"/>'s.
/// </summary>
public sealed class TranscriptReruns(OrgDb db, StaffGuard guard, RedactionPolicies policies, RerunSignal signal, ActivityNotifier activity)
{
    public async Task<RerunOverview> OverviewAsync(OrgContext context, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.ManageClinic, ct);
        var (stored, last) = await db.RunAsync(context, async (rows, token) =>
        {
            var groups = await rows.Transcripts.AsNoTracking().Where(row => row.OrgId == context.Org.Value && row.State != ReportState.Empty)
                .GroupBy(row => new { row.PolicyName, row.PolicyVersion })
                .Select(group => new { group.Key.PolicyName, group.Key.PolicyVersion, Count = group.Count() })
                .OrderByDescending(group => group.PolicyVersion).ToListAsync(token);
            var run = await rows.RedactionRuns.AsNoTracking().Where(row => row.OrgId == context.Org.Value)
                .OrderByDescending(row => row.StartedAt).FirstOrDefaultAsync(token);
            return (groups, run);
        }, ct);
        var history = (await policies.HistoryAsync(context, ct)).ToDictionary(version => version.Version);
        var inForce = history[history.Keys.Max()];
        return new RerunOverview(
            [.. stored.Select(group => new TranscriptGroup(group.PolicyName, group.PolicyVersion, group.Count, IsBehind(group.PolicyName, group.PolicyVersion, inForce, history)))],
            last is null ? null : Progress(last));
    }

    /// <param name="version">The version in force as it was shown.</param>
    public async Task<Result<RunProgress, RerunRefusal>> BeginAsync(OrgContext context, int version, CancellationToken ct)
    {
        var overview = await OverviewAsync(context, ct);
        var from = overview.Groups.Where(group => group.IsBehind).Select(group => group.Version).Distinct().ToArray();
        var outcome = await db.CallAsync(
            context,
            "select outcome from begin_redaction_run($1, $2, $3, $4, $5)",
            [Text(context.Actor.ToString()), Uuid(Guid.CreateVersion7()), Int(version), Ints(from)],
            row => row.GetString(0),
            ct);
        switch (outcome)
        {
            case "running":
                return RerunRefusal.Running;
            case "changed":
                return RerunRefusal.ChangedMeanwhile;
            case "nothing":
                return RerunRefusal.NothingToDo;
            default:
                activity.Touch(context.Org, ActivityTopics.Redaction | ActivityTopics.Audit);
                signal.Wake();
                return (await OverviewAsync(context, ct)).Last!;
        }
    }

    private static RunProgress Progress(RedactionRun run) => new(
        run.PolicyVersion, run.State == RunState.Running, run.Total, run.Done, run.Changed, run.Hidden, run.Withheld, run.StartedBy, run.StartedAt, run.FinishedAt);

    /// <summary>A version that the history does not have was a preset as it ships.</summary>
    private static bool IsBehind(string name, int version, PolicyVersion inForce, Dictionary<int, PolicyVersion> history)
    {
        if (version >= inForce.Version)
            return false;
        var rules = history.TryGetValue(version, out var known) ? known.Rules : PolicyRules.Default with { Preset = RedactionPresets.Find(name)?.Name ?? RedactionPresets.Pci.Name };
        return PolicyDifference.Between(rules, inForce.Rules).IsStricter;
    }
}
