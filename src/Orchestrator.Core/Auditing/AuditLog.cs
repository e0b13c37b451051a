using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Desk;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Auditing;

/// <summary>The chain as people read it: newest first, by filter, and proven on demand. Needs <see cref="StaffTask.SeeAudit"/>.</summary>
public sealed class AuditLog(OrgDb db, StaffGuard guard, ClinicDirectory clinics, AuditVerifier verifier)
{
    public const int PageSize = 50;

    private const int MaxPageSize = 1_000;

    /// <param name="after"><see cref="Page{T}.Next"/> of the page before; anything else gives the first page.</param>
    public async Task<Page<AuditRow>> FindAsync(OrgContext context, AuditFilter filter, string? after, CancellationToken ct, int size = PageSize)
    {
        await guard.RequireAsync(context, StaffTask.SeeAudit, ct);
        size = Math.Clamp(size, 1, MaxPageSize);
        var zone = (await clinics.GetAsync(context.Org, ct)).Schedule.Zone;
        var found = await db.RunAsync(context, (rows, token) =>
        {
            var query = Narrow(rows.AuditEvents.AsNoTracking().Where(link => link.OrgId == context.Org.Value), filter, zone);
            if (long.TryParse(after, CultureInfo.InvariantCulture, out var seq))
                query = query.Where(link => link.Seq < seq);
            return query.OrderByDescending(link => link.Seq).Take(size + 1).ToListAsync(token);
        }, ct);
        var page = found.Take(size).Select(RowOf).ToList();
        return new Page<AuditRow>(page, found.Count > size ? page[^1].Seq.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <inheritdoc cref="AuditVerifier.VerifyAsync(OrgContext, IProgress{AuditProgress}?, CancellationToken)"/>
    public async Task<Result<AuditProof, AuditBreak>> VerifyAsync(OrgContext context, IProgress<AuditProgress>? progress, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.SeeAudit, ct);
        return await verifier.VerifyAsync(context, progress, ct);
    }

    private static IQueryable<AuditEvent> Narrow(IQueryable<AuditEvent> query, AuditFilter filter, DateTimeZone zone)
    {
        if (Given(filter.Actor) is { } actor)
            query = query.Where(link => link.Actor.StartsWith(actor));
        if (Given(filter.Action) is { } action)
            query = query.Where(link => link.Action.StartsWith(action));
        if (Given(filter.Outcome) is { } outcome)
            query = query.Where(link => link.Outcome == outcome);
        if (Given(filter.Subject) is { } subject)
        {
            query = Guid.TryParse(subject, out var whole)
                ? query.Where(link => link.Subject == whole.ToString() || link.CallId == subject)
                : query.Where(link => (link.Subject != null && link.Subject.StartsWith(subject)) || (link.CallId != null && link.CallId.StartsWith(subject)));
        }
        if (filter.From?.AtStartOfDayInZone(zone).ToInstant() is { } from)
            query = query.Where(link => link.At >= from);
        if (filter.To?.PlusDays(1).AtStartOfDayInZone(zone).ToInstant() is { } to)
            query = query.Where(link => link.At < to);
        return query;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static AuditRow RowOf(AuditEvent link) => new(
        link.Seq, link.At, link.Actor, link.Action, link.Outcome, link.Subject, link.CallId, link.ToolCallId, link.Detail, Convert.ToHexStringLower(link.Hash));
}
