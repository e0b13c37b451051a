using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Verification;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Desk;

/// <summary>Texts, newest first, by filter. Needs <see cref="StaffTask.SeeMessages"/>.</summary>
public sealed class TextList(OrgDb db, StaffGuard guard, ClinicDirectory clinics, TimeProvider time)
{
    public const int PageSize = 50;

    private const int MaxPageSize = 1_000;

    /// <param name="after"><see cref="Page{T}.Next"/> of the page before; anything else gives the first page.</param>
    public async Task<Page<TextRow>> FindAsync(OrgContext context, TextFilter filter, string? after, CancellationToken ct, int size = PageSize)
    {
        await guard.RequireAsync(context, StaffTask.SeeMessages, ct);
        size = Math.Clamp(size, 1, MaxPageSize);
        var zone = (await clinics.GetAsync(context.Org, ct)).Schedule.Zone;
        var found = await db.RunAsync(context, (rows, token) =>
        {
            var query = Narrow(rows.Texts.AsNoTracking().Where(text => text.OrgId == context.Org.Value), filter, zone);
            if (TryReadCursor(after, out var at, out var id))
                query = query.Where(text => EF.Functions.LessThan(ValueTuple.Create(text.OrgId, text.CreatedAt, text.Id), ValueTuple.Create(context.Org.Value, at, id)));
            return Project(rows, query.OrderByDescending(text => text.OrgId).ThenByDescending(text => text.CreatedAt).ThenByDescending(text => text.Id).Take(size + 1))
                .ToListAsync(token);
        }, ct);
        var page = found.Take(size).ToList();
        return new Page<TextRow>(page.ConvertAll(RowOf), found.Count > size ? CursorOf(page[^1].Text) : null);
    }

    /// <summary>One text with everything known of it; none when it is not this organization's.</summary>
    public async Task<TextDetail?> GetAsync(OrgContext context, Guid textId, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.SeeMessages, ct);
        var now = time.GetCurrentInstant();
        var (found, isWaiting) = await db.RunAsync(context, async (rows, token) =>
        {
            var text = await Project(rows, rows.Texts.AsNoTracking().Where(text => text.OrgId == context.Org.Value && text.Id == textId)).SingleOrDefaultAsync(token);
            return (text, text is not null && await rows.Bookings.AnyAsync(
                hold => hold.OrgId == context.Org.Value && hold.Id == text.Text.BookingId && hold.HoldExpiresAt > now
                    && (hold.Status == BookingStatus.Held || hold.Status == BookingStatus.NeedsStaff), token));
        }, ct);
        if (found is null)
            return null;
        var story = await db.CallManyAsync(
            context,
            "select at, kind, what, error_code, is_news, detail from text_story($1, $2)",
            [Uuid(textId)],
            row => new TextMoment(
                row.GetFieldValue<Instant>(0), SnakeCaseEnumConverter<TextSource>.FromName(row.GetString(1)), row.GetString(2),
                row.IsDBNull(3) ? null : row.GetInt32(3), row.GetBoolean(4), row.IsDBNull(5) ? null : row.GetString(5)),
            ct);
        return new TextDetail(
            RowOf(found), SmsReasons.Explain(found.Text.State, found.Text.HttpStatus, found.Text.ErrorCode, found.Text.Reason), isWaiting, story);
    }

    private static IQueryable<SmsText> Narrow(IQueryable<SmsText> query, TextFilter filter, DateTimeZone zone)
    {
        if (filter.States.Count > 0)
        {
            var states = filter.States.ToArray();
            query = query.Where(text => states.Contains(text.State));
        }
        query = filter.Reason is { } reason ? With(query, reason) : query;
        if (filter.From?.AtStartOfDayInZone(zone).ToInstant() is { } from)
            query = query.Where(text => text.CreatedAt >= from);
        if (filter.To?.PlusDays(1).AtStartOfDayInZone(zone).ToInstant() is { } to)
            query = query.Where(text => text.CreatedAt < to);
        return DeskText.Read(filter.Text) switch
        {
            null => query,
            { Digits: { Length: <= 4 } digits } => query.Where(text => text.LastFour != null && text.LastFour.EndsWith(digits)),
            var typed when typed.IdRange() is var (first, last) => query.Where(text =>
                (text.Id >= first && text.Id <= last) || (text.BookingId >= first && text.BookingId <= last)),
            _ => query.Where(text => false),
        };
    }

    /// <summary>As <see cref="SmsReasons.Of"/> reads it.</summary>
    private static IQueryable<SmsText> With(IQueryable<SmsText> query, SmsReason reason)
    {
        var name = reason.ToString();
        var names = SmsReasons.Names;
        return reason switch
        {
            SmsReason.NoAnswer => query.Where(text => text.State == DispatchState.Unknown),
            SmsReason.NotReached => query.Where(text => text.State == DispatchState.Abandoned
                || (text.State == DispatchState.Refused && (text.Reason == null || !names.Contains(text.Reason)))),
            SmsReason.Other => query.Where(text => (text.State == DispatchState.Undelivered && (text.Reason == null || !names.Contains(text.Reason)))
                || ((text.State == DispatchState.Refused || text.State == DispatchState.Undelivered) && text.Reason == name)),
            SmsReason.BadNumber or SmsReason.CannotReceive or SmsReason.OptedOut or SmsReason.Unreachable or SmsReason.Account =>
                query.Where(text => (text.State == DispatchState.Refused || text.State == DispatchState.Undelivered) && text.Reason == name),
        };
    }

    private static IQueryable<Found> Project(OrchestratorDbContext rows, IQueryable<SmsText> query) => query.Select(text => new Found
    {
        Text = text,
        ReportedAt = rows.SmsReports.Where(report => report.OrgId == text.OrgId && report.MessageId == text.Id && report.IsNews).Max(report => (Instant?)report.At),
    });

    private static TextRow RowOf(Found found) => new(
        found.Text.Id, found.Text.Kind, found.Text.Channel, found.Text.State, SmsReasons.Of(found.Text.State, found.Text.Reason), found.Text.ErrorCode,
        found.Text.LastFour, found.Text.Attempt, found.Text.BookingId, found.Text.CreatedAt, found.Text.UpdatedAt, found.ReportedAt, found.Text.ProviderMessageSid);

    private static string CursorOf(SmsText text) => string.Create(CultureInfo.InvariantCulture, $"{(text.CreatedAt - NodaConstants.UnixEpoch).ToInt64Nanoseconds()}.{text.Id:N}");

    private static bool TryReadCursor(string? cursor, out Instant at, out Guid id)
    {
        (at, id) = (default, default);
        if (cursor?.Split('.') is not [var nanos, var last] || !long.TryParse(nanos, CultureInfo.InvariantCulture, out var since) || !Guid.TryParse(last, out id))
            return false;
        at = NodaConstants.UnixEpoch + Duration.FromNanoseconds(since);
        return true;
    }

    private sealed class Found
    {
        public required SmsText Text { get; init; }

        public Instant? ReportedAt { get; init; }
    }
}
