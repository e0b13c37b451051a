using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Calls.Reports;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Redaction.Policies;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Calls.Reruns;

/// <summary>
/// Works runs of <see cref="TranscriptReruns"/> off, a batch per transaction. Safe on every instance at once: an advisory
/// lock gives each batch of an organization to one of them, and a killed one leaves at most a batch to do again.
/// </summary>
public sealed class RerunJob
{
    private const int Batch = 20;

    private static readonly Actor Worker = Actor.Job("redaction-rerun");

    private readonly OrgDb _db;
    private readonly OrgList _orgs;
    private readonly RedactionPolicies _policies;
    private readonly ReportRedactor _redactor;
    private readonly ActivityNotifier _activity;

    internal RerunJob(OrgDb db, OrgList orgs, RedactionPolicies policies, ReportRedactor redactor, ActivityNotifier activity) =>
        (_db, _orgs, _policies, _redactor, _activity) = (db, orgs, policies, redactor, activity);

    /// <summary>Works every run off that no other instance is at.</summary>
    /// <returns>Transcripts worked on.</returns>
    public async Task<int> RunOnceAsync(CancellationToken ct)
    {
        var total = 0;
        foreach (var (org, _) in await _orgs.AllAsync(ct))
        {
            while (await BatchAsync(org, ct) is { } done and >= 0)
            {
                total += done;
                ct.ThrowIfCancellationRequested();
            }
        }

        return total;
    }

    /// <returns>How many transcripts; null where there is no run, or another instance is at it.</returns>
    internal async Task<int?> BatchAsync(OrgId org, CancellationToken ct)
    {
        var context = new OrgContext(org, Worker);
        var done = await _db.RunAsync(context, (rows, token) => BatchAsync(context, rows, token), ct);
        if (done is not null)
            _activity.Touch(org, ActivityTopics.Redaction);
        return done;
    }

    private async Task<int?> BatchAsync(OrgContext context, OrchestratorDbContext rows, CancellationToken ct)
    {
        var org = context.Org.Value;
        if (!await rows.RedactionRuns.AnyAsync(row => row.OrgId == org && row.State == RunState.Running, ct)
            || !await rows.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock(hashtextextended({org.ToString()}, 17)) as \"Value\"").SingleAsync(ct))
            return null;
        // Read again under the lock: the batch before may have been another instance's, and the last.
        if (await rows.RedactionRuns.AsNoTracking().SingleOrDefaultAsync(row => row.OrgId == org && row.State == RunState.Running, ct) is not { } run)
            return null;

        var after = run.LastCallId ?? "";
        var due = await rows.Transcripts.FromSql(
            $"""
            select * from transcript
             where org_id = {org} and call_id > {after} and policy_version = any({run.FromVersions}) and state <> 'empty'
             order by call_id limit {Batch}
            """).AsNoTracking().ToListAsync(ct);
        var policy = await _policies.InForceAsync(context.Org, run.PolicyVersion, ct);
        var (changed, hidden, withheld) = (run.Changed, run.Hidden, run.Withheld);
        foreach (var stored in due)
        {
            var added = await RedactAsync(context, stored, policy, rows, ct);
            hidden += added.Hidden;
            withheld += added.Withheld;
            changed += added.Hidden + added.Withheld > 0 ? 1 : 0;
        }

        var last = due.Count > 0 ? due[^1].CallId : run.LastCallId;
        var isOver = due.Count < Batch;
        await rows.Database.ExecuteSqlAsync(
            $"""
            update redaction_run set last_call_id = {last}, done = done + {due.Count}, changed = {changed}, hidden = {hidden}, withheld = {withheld},
                   state = case when {isOver} then 'done' else state end, finished_at = case when {isOver} then app_now() end
             where org_id = {org} and id = {run.Id}
            """,
            ct);
        if (isOver)
        {
            var detail = FormattableString.Invariant(
                $"version {policy.Version}, transcripts {run.Done + due.Count}, changed {changed}, values hidden {hidden}, parts withheld {withheld}");
            await rows.Database.ExecuteSqlAsync(
                $"select append_audit({org}, {Worker.ToString()}, 'redaction.rerun', 'done', {run.Id.ToString()}, null, null, {detail})", ct);
        }

        return due.Count;
    }

    private async Task<(int Hidden, int Withheld)> RedactAsync(
        OrgContext context, StoredTranscript stored, PolicyVersion policy, OrchestratorDbContext rows, CancellationToken ct)
    {
        var report = StoredReport.Read(stored);
        var known = await ReportContext.ReadAsync(context.Org, stored.CallId, rows, ct);
        var reason = await rows.Calls.Where(row => row.OrgId == stored.OrgId && row.Id == stored.CallId).Select(row => row.EndedReason).SingleOrDefaultAsync(ct);
        var redacted = _redactor.Redact(report, reason, new ReportRules(policy.Policy, known) { KeepsRecordings = policy.Rules.KeepsRecordings });
        var hidden = StoredReport.Sum(redacted.Counts);
        var withheld = StoredReport.WithheldParts(stored, report, redacted);
        var (turns, analysis, structured) = (StoredReport.Json(redacted.Turns)!, StoredReport.Json(redacted.Analysis), StoredReport.Json(redacted.Structured));
        var counts = StoredReport.AddCounts(stored.Counts, redacted.Counts);
        var state = withheld > 0 ? ReportState.Withheld : stored.State;
        await rows.Transcripts.Where(row => row.OrgId == stored.OrgId && row.CallId == stored.CallId).ExecuteUpdateAsync(
            row => row.SetProperty(x => x.State, state)
                .SetProperty(x => x.PolicyName, redacted.PolicyName).SetProperty(x => x.PolicyVersion, redacted.PolicyVersion)
                .SetProperty(x => x.Turns, turns).SetProperty(x => x.Summary, redacted.Summary)
                .SetProperty(x => x.Analysis, analysis).SetProperty(x => x.Structured, structured)
                .SetProperty(x => x.Counts, counts).SetProperty(x => x.WithheldParts, withheld).SetProperty(x => x.RecordingUrl, redacted.RecordingUrl),
            ct);
        if (redacted.EndedReason != reason)
        {
            await rows.Calls.Where(row => row.OrgId == stored.OrgId && row.Id == stored.CallId)
                .ExecuteUpdateAsync(row => row.SetProperty(x => x.EndedReason, redacted.EndedReason), ct);
        }

        return (hidden, withheld - stored.WithheldParts);
    }
}
