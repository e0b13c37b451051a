using System.ComponentModel.DataAnnotations.Schema;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Calls.Records;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Desk;

/// <summary>Calls, newest first, by filter. Needs <see cref="StaffTask.SeeDesk"/>.</summary>
public sealed class CallList(OrgDb db, StaffGuard guard, ClinicDirectory clinics, CallRecords records)
{
    public const int PageSize = 50;

    private const int MaxPageSize = 1_000;

    /// <param name="after"><see cref="Page{T}.Next"/> of the page before; anything else gives the first page.</param>
    public async Task<Page<CallEntry>> FindAsync(OrgContext context, CallFilter filter, string? after, CancellationToken ct, int size = PageSize)
    {
        await guard.RequireAsync(context, StaffTask.SeeDesk, ct);
        size = Math.Clamp(size, 1, MaxPageSize);
        var zone = (await clinics.GetAsync(context.Org, ct)).Schedule.Zone;
        var found = await db.RunAsync(context, (rows, token) =>
        {
            var query = Narrow(rows, rows.Calls.AsNoTracking().Where(call => call.OrgId == context.Org.Value), filter, zone);
            if (TryReadCursor(after, out var at, out var id))
                query = query.Where(call => EF.Functions.LessThan(ValueTuple.Create(call.OrgId, call.BeganAt, call.Id), ValueTuple.Create(context.Org.Value, at, id)));
            return Project(rows, context.Org, query.OrderByDescending(call => call.OrgId).ThenByDescending(call => call.BeganAt).ThenByDescending(call => call.Id).Take(size + 1))
                .ToListAsync(token);
        }, ct);
        var page = found.Take(size).ToList();
        return new Page<CallEntry>(page.ConvertAll(RowOf), found.Count > size ? CursorOf(page[^1].Call) : null);
    }

    /// <summary>One call with everything that happened in it; none when it is not this organization's.</summary>
    public async Task<CallDetail?> GetAsync(OrgContext context, string callId, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.SeeDesk, ct);
        return await records.FindAsync(context, callId, ct);
    }

    private static IQueryable<CallRecord> Narrow(OrchestratorDbContext rows, IQueryable<CallRecord> query, CallFilter filter, DateTimeZone zone)
    {
        if (filter.States.Count > 0)
        {
            var (live, booked) = (filter.States.Contains(CallState.OnTheLine), filter.States.Contains(CallState.Booked));
            var (transferred, ended) = (filter.States.Contains(CallState.Transferred), filter.States.Contains(CallState.Ended));
            query = query.Where(call =>
                (live && call.EndedAt == null)
                || (call.EndedAt != null && (
                    (booked && rows.Bookings.Any(row => row.OrgId == call.OrgId && row.CallId == call.Id && row.ConfirmedAt != null))
                    || (transferred && call.IsTransferred && !rows.Bookings.Any(row => row.OrgId == call.OrgId && row.CallId == call.Id && row.ConfirmedAt != null))
                    || (ended && !call.IsTransferred && !rows.Bookings.Any(row => row.OrgId == call.OrgId && row.CallId == call.Id && row.ConfirmedAt != null)))));
        }
        if (filter.ProviderId is { } provider)
            query = query.Where(call => rows.Bookings.Any(row => row.OrgId == call.OrgId && row.CallId == call.Id && row.ProviderId == provider));
        if (filter.From?.AtStartOfDayInZone(zone).ToInstant() is { } from)
            query = query.Where(call => call.BeganAt >= from);
        if (filter.To?.PlusDays(1).AtStartOfDayInZone(zone).ToInstant() is { } to)
            query = query.Where(call => call.BeganAt < to);
        switch (DeskText.Read(filter.Text))
        {
            case { Digits: { } digits }:
                return query.Where(call => call.Id.StartsWith(digits) || (call.CallerLastFour != null && call.CallerLastFour.EndsWith(digits))
                    || rows.Bookings.Any(row => row.OrgId == call.OrgId && row.CallId == call.Id && row.PatientPhone != null && row.PatientPhone.EndsWith(digits)));
            case { IdPrefix: { } prefix }:
                return query.Where(call => call.Id.StartsWith(prefix));
            default:
                return query;
        }
    }

    private static IQueryable<Found> Project(OrchestratorDbContext rows, OrgId org, IQueryable<CallRecord> query)
    {
        var reached = rows.Database.SqlQuery<Reached>($"select id, outcome, duration_ms from call_overview where org_id = {org.Value}");
        return
            from call in query
            join step in reached on call.Id equals step.Id
            orderby call.BeganAt descending, call.Id descending
            select new Found
            {
                Call = call,
                Outcome = step.Outcome,
                DurationMs = step.DurationMs,
                Holds = rows.Bookings.Count(row => row.OrgId == call.OrgId && row.CallId == call.Id),
                IsBooked = rows.Bookings.Any(row => row.OrgId == call.OrgId && row.CallId == call.Id && row.ConfirmedAt != null),
                Phone = rows.Bookings.Where(row => row.OrgId == call.OrgId && row.CallId == call.Id).OrderByDescending(row => row.CreatedAt)
                    .Select(row => row.PatientPhone).FirstOrDefault(),
                ProviderId = rows.Bookings.Where(row => row.OrgId == call.OrgId && row.CallId == call.Id).OrderByDescending(row => row.CreatedAt)
                    .Select(row => (Guid?)row.ProviderId).FirstOrDefault(),
            };
    }

    private static CallEntry RowOf(Found found) => new(
        found.Call.Id,
        (found.Call.EndedAt, found.IsBooked, found.Call.IsTransferred) switch
        {
            (null, _, _) => CallState.OnTheLine,
            (_, true, _) => CallState.Booked,
            (_, _, true) => CallState.Transferred,
            _ => CallState.Ended,
        },
        found.Call.BeganAt, found.Call.EndedAt, found.Call.EndedReason, found.Holds, found.ProviderId,
        found.Phone is { Length: >= 4 } phone ? phone[^4..] : found.Call.CallerLastFour,
        SnakeCaseEnumConverter<CallOutcome>.FromName(found.Outcome),
        found.DurationMs is { } milliseconds ? Duration.FromMilliseconds(milliseconds) : null);

    private static string CursorOf(CallRecord call) => string.Create(CultureInfo.InvariantCulture, $"{(call.BeganAt - NodaConstants.UnixEpoch).ToInt64Nanoseconds()}.{call.Id}");

    private static bool TryReadCursor(string? cursor, out Instant at, out string id)
    {
        (at, id) = (default, "");
        if (cursor?.IndexOf('.', StringComparison.Ordinal) is not (> 0 and var dot) || !long.TryParse(cursor.AsSpan(0, dot), CultureInfo.InvariantCulture, out var nanos))
            return false;
        (at, id) = (NodaConstants.UnixEpoch + Duration.FromNanoseconds(nanos), cursor[(dot + 1)..]);
        return true;
    }

    private sealed class Reached
    {
        [Column("id")]
        public required string Id { get; init; }

        [Column("outcome")]
        public required string Outcome { get; init; }

        [Column("duration_ms")]
        public int? DurationMs { get; init; }
    }

    private sealed class Found
    {
        public required CallRecord Call { get; init; }

        public required string Outcome { get; init; }

        public int? DurationMs { get; init; }

        public int Holds { get; init; }

        public bool IsBooked { get; init; }

        public string? Phone { get; init; }

        public Guid? ProviderId { get; init; }
    }
}
