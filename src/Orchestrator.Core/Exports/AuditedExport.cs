using System.Globalization;
using System.Text.Json;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Desk;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Exports;

/// <summary>
/// Writes a list into a file, page by page, between two audit rows: one before the first byte leaves, one with what left. A
/// file that was cut off has the first row only, and no closing figures.
/// </summary>
public sealed class AuditedExport(OrgDb db, ActivityNotifier activity)
{
    /// <summary>Rows per page, and so per transaction.</summary>
    public const int PageSize = 1_000;

    /// <param name="context">Who exports.</param>
    /// <param name="kind">Becomes the action <c>KIND.exported</c>.</param>
    /// <param name="format">CSV or JSON.</param>
    /// <param name="filter">What was asked for; in the file. The audit row has its keys only, for values may be personal.</param>
    /// <param name="columns">The table's columns.</param>
    /// <param name="page">Gives the page after a cursor.</param>
    /// <param name="values">A row's fields in the columns' order.</param>
    /// <param name="target">Where to.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<ExportReceipt> WriteAsync<T>(
        OrgContext context, string kind, ExportFormat format, IReadOnlyDictionary<string, string> filter, string[] columns,
        Func<string?, Task<Page<T>>> page, Func<T, string?[]> values, Stream target, CancellationToken ct)
    {
        var form = JsonNamingPolicy.SnakeCaseLower.ConvertName(format.ToString());
        var by = filter.Count == 0 ? "everything" : $"by {string.Join(' ', filter.Keys.Order(StringComparer.Ordinal))}";
        await AuditAsync(context, kind, "begun", $"{form} {by}", ct);
        using var file = await ExportFile.BeginAsync(target, format, kind, filter, columns, ct);
        string? cursor = null;
        do
        {
            var rows = await page(cursor);
            foreach (var row in rows.Rows)
                await file.RowAsync(values(row), ct);
            cursor = rows.Next;
        }
        while (cursor is not null);
        var receipt = await file.EndAsync(ct);
        await AuditAsync(context, kind, "ok", string.Create(CultureInfo.InvariantCulture, $"{form} {by}, rows {receipt.Rows}, sha256 {receipt.Sha256}"), CancellationToken.None);
        return receipt;
    }

    private async Task AuditAsync(OrgContext context, string kind, string outcome, string detail, CancellationToken ct)
    {
        await db.CallAsync(
            context,
            "select audit_staff_act($1, $2, $3, $4, $5, $6)",
            [Text(context.Actor.ToString()), Text($"{kind}.exported"), Text(outcome), Text(null), Text(detail)],
            _ => true,
            ct);
        activity.Touch(context.Org, ActivityTopics.Audit);
    }
}
