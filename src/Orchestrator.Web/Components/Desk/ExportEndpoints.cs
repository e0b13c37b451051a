using Orchestrator.Core.Auditing;
using Orchestrator.Core.Exports;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Components.Desk;

/// <summary>
/// <c>GET /{slug}/exports/{holds|calls|messages|audit}.{csv|json}</c> with the page's own query: exactly what its filter shows. A file
/// without its closing figures was cut off.
/// </summary>
internal static class ExportEndpoints
{
    public static void MapExports(this WebApplication app)
    {
        app.MapGet("/{Slug}/exports/holds.{format}", (HttpContext http, string slug, string format, ViewerReader viewers, DeskExport export, TimeProvider time) =>
                SendAsync(http, viewers, slug, "holds", format, time, (context, form, body, ct) => export.WriteHoldsAsync(context, DeskQuery.Holds(http.Request.Query), form, body, ct)))
            .RequireAuthorization(AuthorizeStaffAttribute.PolicyOf(StaffTask.SeeDesk));
        app.MapGet("/{Slug}/exports/calls.{format}", (HttpContext http, string slug, string format, ViewerReader viewers, DeskExport export, TimeProvider time) =>
                SendAsync(http, viewers, slug, "calls", format, time, (context, form, body, ct) => export.WriteCallsAsync(context, DeskQuery.Calls(http.Request.Query), form, body, ct)))
            .RequireAuthorization(AuthorizeStaffAttribute.PolicyOf(StaffTask.SeeDesk));
        app.MapGet("/{Slug}/exports/messages.{format}", (HttpContext http, string slug, string format, ViewerReader viewers, DeskExport export, TimeProvider time) =>
                SendAsync(http, viewers, slug, "messages", format, time, (context, form, body, ct) => export.WriteMessagesAsync(context, DeskQuery.Texts(http.Request.Query), form, body, ct)))
            .RequireAuthorization(AuthorizeStaffAttribute.PolicyOf(StaffTask.SeeMessages));
        app.MapGet("/{Slug}/exports/audit.{format}", (HttpContext http, string slug, string format, ViewerReader viewers, AuditExport export, TimeProvider time) =>
                SendAsync(http, viewers, slug, "audit", format, time, (context, form, body, ct) => export.WriteAsync(context, DeskQuery.Audit(http.Request.Query), form, body, ct)))
            .RequireAuthorization(AuthorizeStaffAttribute.PolicyOf(StaffTask.SeeAudit));
    }

    private static async Task SendAsync(
        HttpContext http, ViewerReader viewers, string slug, string kind, string format, TimeProvider time,
        Func<OrgContext, ExportFormat, Stream, CancellationToken, Task<ExportReceipt>> write)
    {
        ExportFormat? form = format switch { "csv" => ExportFormat.Csv, "json" => ExportFormat.Json, _ => null };
        var viewer = await viewers.ReadAsync(http.User, http.RequestAborted);
        if (form is not { } known || viewer is null || await viewers.OpenAsync(viewer, slug, http.RequestAborted) is not { } org)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        http.Response.ContentType = known switch { ExportFormat.Csv => "text/csv; charset=utf-8", ExportFormat.Json => "application/json; charset=utf-8" };
        http.Response.Headers.ContentDisposition = FormattableString.Invariant($"attachment; filename=\"{org.Slug}-{kind}-{time.GetUtcNow():yyyyMMdd-HHmmss}.{format}\"");
        http.Response.Headers.CacheControl = "no-store";
        await write(org.Context, known, http.Response.Body, http.RequestAborted);
    }
}
