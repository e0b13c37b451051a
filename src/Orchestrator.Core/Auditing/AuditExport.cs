using System.Globalization;
using NodaTime.Text;
using Orchestrator.Core.Exports;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Auditing;

/// <summary>The chain as a file: exactly the rows that a filter shows. Needs <see cref="StaffTask.SeeAudit"/>; is itself audited.</summary>
public sealed class AuditExport(AuditLog log, AuditedExport export, StaffGuard guard)
{
    private static readonly string[] s_columns = ["seq", "at", "actor", "action", "outcome", "subject", "call_id", "tool_call_id", "detail", "hash"];

    public async Task<ExportReceipt> WriteAsync(OrgContext context, AuditFilter filter, ExportFormat format, Stream target, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.SeeAudit, ct);
        var words = new FilterWords().Add("actor", filter.Actor).Add("action", filter.Action).Add("outcome", filter.Outcome).Add("subject", filter.Subject)
            .Add("from", filter.From).Add("to", filter.To).Done();
        return await export.WriteAsync(
            context, "audit", format, words, s_columns, after => log.FindAsync(context, filter, after, ct, AuditedExport.PageSize), Fields, target, ct);
    }

    private static string?[] Fields(AuditRow row) =>
    [
        row.Seq.ToString(CultureInfo.InvariantCulture), InstantPattern.ExtendedIso.Format(row.At), row.Actor, row.Action, row.Outcome,
        row.Subject, row.CallId, row.ToolCallId, row.Detail, row.Hash,
    ];
}
