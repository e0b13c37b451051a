using System.Text.Json;
using NodaTime;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Redaction;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Calls.Reports;

/// <summary>Asks what is known of a call, redacts its report in memory and stores what came of it: two round trips, nothing between them on disk.</summary>
internal sealed class ReportStore(OrgDb db, ReportRedactor redactor)
{
    /// <returns>False where the report was stored before; then nothing is changed.</returns>
    public async Task<bool> StoreAsync(OrgContext context, CallEnded call, CallReport report, CancellationToken ct)
    {
        if (await RulesAsync(context, call, ct) is not { } rules)
            return false;
        var redacted = redactor.Redact(report, call.Reason, rules);
        return await db.CallAsync(
            context,
            "select stored from store_report($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)",
            [
                .. CallArguments.Of(context, call with { Reason = redacted.EndedReason }),
                Text(SnakeCaseEnumConverter<ReportState>.ToName(redacted.State)),
                Text(redacted.PolicyName), Int(redacted.PolicyVersion),
                Json(redacted.Turns), Int(redacted.TurnCount), Text(redacted.Summary), Json(redacted.Analysis), Json(redacted.Structured),
                Json(redacted.Counts), Int(redacted.WithheldParts),
            ],
            row => row.GetBoolean(0),
            ct);
    }

    private async Task<ReportRules?> RulesAsync(OrgContext context, CallEnded call, CancellationToken ct)
    {
        var (isStored, policy, known) = await db.CallAsync(
            context,
            "select is_stored, preset, overrides, version, people, phones, providers from report_context($1, $2)",
            [Text(context.CallId)],
            row => (
                row.GetBoolean(0),
                Policy(row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? 0 : row.GetInt64(3)),
                Known(row.GetFieldValue<string[]>(4), row.GetFieldValue<string[]>(5), row.GetFieldValue<string[]>(6))),
            ct);
        if (isStored)
            return null;
        if (call.CallerNumber is { Length: > 0 } number)
            known.Add(new KnownValue(number));
        return new ReportRules(policy, known);
    }

    /// <summary>An organization's own rules carry its configuration's version, a preset as it ships its own.</summary>
    private static RedactionPolicy Policy(string? preset, string? overrides, long version)
    {
        var changed = overrides is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(overrides);
        var made = changed is { Count: > 0 }
            ? RedactionPresets.Create(preset, changed, version: (int)Math.Min(version, int.MaxValue))
            : RedactionPresets.Create(preset);
        return made.TryGet(out var policy, out _) ? policy : RedactionPresets.ClinicDefault;
    }

    private static List<KnownValue> Known(string[] people, string[] phones, string[] providers) =>
    [
        .. people.Select(name => new KnownValue(name, EntityType.Person)),
        .. phones.Select(phone => new KnownValue(phone, EntityType.PhoneNumber)),
        .. providers.Select(name => new KnownValue(name, EntityType.ProviderName)),
    ];
}
