using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Redaction.Policies;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Calls.Reports;

/// <summary>Asks what is known of a call, redacts its report in memory and stores what came of it: two round trips, nothing between them on disk.</summary>
internal sealed class ReportStore(OrgDb db, RedactionPolicies policies, ReportRedactor redactor)
{
    /// <returns>False where the report was stored before; then nothing is changed.</returns>
    public async Task<bool> StoreAsync(OrgContext context, CallEnded call, CallReport report, CancellationToken ct)
    {
        if (await RulesAsync(context, call, ct) is not { } rules)
            return false;
        var redacted = redactor.Redact(report, call.Reason, rules);
        return await db.CallAsync(
            context,
            "select stored from store_report($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)",
            [
                .. CallArguments.Of(context, call with { Reason = redacted.EndedReason }),
                Text(SnakeCaseEnumConverter<ReportState>.ToName(redacted.State)),
                Text(redacted.PolicyName), Int(redacted.PolicyVersion),
                Json(redacted.Turns), Int(redacted.TurnCount), Text(redacted.Summary), Json(redacted.Analysis), Json(redacted.Structured),
                Json(redacted.Counts), Int(redacted.WithheldParts), Text(redacted.RecordingUrl),
            ],
            row => row.GetBoolean(0),
            ct);
    }

    /// <summary>The version in force is asked in the same round trip as what is known, so a report never meets rules that were replaced.</summary>
    private async Task<ReportRules?> RulesAsync(OrgContext context, CallEnded call, CancellationToken ct)
    {
        var (isStored, version, known) = await db.CallAsync(
            context,
            "select is_stored, policy_version, people, phones, providers from report_context($1, $2)",
            [Text(context.CallId)],
            row => (
                row.GetBoolean(0),
                row.GetInt32(1),
                ReportContext.Known(row.GetFieldValue<string[]>(2), row.GetFieldValue<string[]>(3), row.GetFieldValue<string[]>(4))),
            ct);
        if (isStored)
            return null;
        if (call.CallerNumber is { Length: > 0 } number)
            known.Add(new KnownValue(number));
        var inForce = await policies.InForceAsync(context.Org, version, ct);
        return new ReportRules(inForce.Policy, known) { KeepsRecordings = inForce.Rules.KeepsRecordings };
    }
}
