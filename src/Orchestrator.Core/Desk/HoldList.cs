using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Verification;

namespace Orchestrator.Core.Desk;

/// <summary>Holds and appointments, newest first, by filter. Needs <see cref="StaffTask.SeeDesk"/>.</summary>
public sealed class HoldList(OrgDb db, StaffGuard guard, ClinicDirectory clinics, DeskService desk, TimeProvider time)
{
    public const int PageSize = 50;

    private const int MaxPageSize = 1_000;

    /// <param name="after"><see cref="Page{T}.Next"/> of the page before; anything else gives the first page.</param>
    public async Task<Page<HoldRow>> FindAsync(OrgContext context, HoldFilter filter, string? after, CancellationToken ct, int size = PageSize)
    {
        await guard.RequireAsync(context, StaffTask.SeeDesk, ct);
        size = Math.Clamp(size, 1, MaxPageSize);
        var clinic = await clinics.GetAsync(context.Org, ct);
        var now = time.GetCurrentInstant();
        var found = await db.RunAsync(context, (rows, token) =>
        {
            var query = Narrow(rows, rows.Bookings.AsNoTracking().Where(row => row.OrgId == context.Org.Value), filter, clinic.Schedule.Zone, now);
            // Ids are of version 7: their order is the order in which holds were made, and the key's own index has it.
            if (Guid.TryParse(after, out var last))
                query = query.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.OrgId, row.Id), ValueTuple.Create(context.Org.Value, last)));
            return Project(rows, query.OrderByDescending(row => row.OrgId).ThenByDescending(row => row.Id).Take(size + 1)).ToListAsync(token);
        }, ct);
        var page = found.Take(size).Select(row => RowOf(row, now)).ToList();
        return new Page<HoldRow>(page, found.Count > size ? page[^1].Id.ToString() : null);
    }

    /// <summary>One hold with everything that happened to it; none when it is not this organization's.</summary>
    public async Task<HoldDetail?> GetAsync(OrgContext context, Guid holdId, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.SeeDesk, ct);
        var (row, notes) = await db.RunAsync(context, async (rows, token) => (
            await Project(rows, rows.Bookings.AsNoTracking().Where(row => row.OrgId == context.Org.Value && row.Id == holdId)).SingleOrDefaultAsync(token),
            await rows.StaffNotes.AsNoTracking().Where(note => note.OrgId == context.Org.Value && note.BookingId == holdId)
                .OrderBy(note => note.At).Select(note => note.Text).ToListAsync(token)), ct);
        return row is null
            ? null
            : new HoldDetail(RowOf(row, time.GetCurrentInstant()), row.Row.PatientPhone, notes, await desk.HoldStoryAsync(context, holdId, ct));
    }

    /// <summary>The people behind the holds, those of the newest holds first. Needs <see cref="StaffTask.SeeDesk"/>.</summary>
    public async Task<IReadOnlyList<ContactHit>> ContactsAsync(OrgContext context, string text, int limit, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.SeeDesk, ct);
        if (DeskText.Read(text) is not { } asked || (asked.Digits ?? asked.Words) is null)
            return [];
        var found = await db.RunAsync(context, (rows, token) => Matching(rows.Bookings.AsNoTracking().Where(row => row.OrgId == context.Org.Value && row.PatientName != null), asked)
            .GroupBy(row => new { row.PatientName, row.PatientPhone })
            .Select(group => new { Name = group.Key.PatientName, Phone = group.Key.PatientPhone, Holds = group.Count(), LastAt = group.Max(row => row.CreatedAt) })
            .OrderByDescending(contact => contact.LastAt)
            .Take(Math.Clamp(limit, 1, PageSize))
            .ToListAsync(token), ct);
        return found.ConvertAll(contact => new ContactHit(contact.Name!, LastFourOf(contact.Phone), contact.Holds, contact.LastAt));
    }

    private static IQueryable<Found> Project(OrchestratorDbContext rows, IQueryable<BookingRecord> query) => query.Select(row => new Found
    {
        Row = row,
        IsCallOver = row.CallId != null && rows.Calls.Any(call => call.OrgId == row.OrgId && call.Id == row.CallId && call.EndedAt != null),
        IsCodeSent = rows.Challenges.Any(code => code.OrgId == row.OrgId && code.BookingId == row.Id && code.State == ChallengeState.Active),
    });

    private static IQueryable<BookingRecord> Narrow(OrchestratorDbContext rows, IQueryable<BookingRecord> query, HoldFilter filter, DateTimeZone zone, Instant now)
    {
        if (filter.Statuses.Count > 0)
        {
            var statuses = filter.Statuses.ToArray();
            var wantsExpired = statuses.Contains(BookingStatus.Expired);
            // A hold whose call is over waits for a person, as Today has it.
            var (wantsHeld, wantsStaff) = (statuses.Contains(BookingStatus.Held), statuses.Contains(BookingStatus.NeedsStaff));
            if (wantsHeld != wantsStaff)
            {
                query = query.Where(row => row.Status != BookingStatus.Held
                    || wantsStaff == (row.CallId != null && rows.Calls.Any(call => call.OrgId == row.OrgId && call.Id == row.CallId && call.EndedAt != null)));
                statuses = [.. statuses, BookingStatus.Held];
            }
            query = query.Where(row => (statuses.Contains(row.Status) && (row.HoldExpiresAt == null || row.HoldExpiresAt > now
                    || (row.Status != BookingStatus.Held && row.Status != BookingStatus.NeedsStaff)))
                || (wantsExpired && (row.Status == BookingStatus.Held || row.Status == BookingStatus.NeedsStaff) && row.HoldExpiresAt <= now));
        }
        if (filter.ProviderId is { } provider)
            query = query.Where(row => row.ProviderId == provider);
        if (filter.From?.AtStartOfDayInZone(zone).ToInstant() is { } from)
            query = query.Where(row => row.CreatedAt >= from);
        if (filter.To?.PlusDays(1).AtStartOfDayInZone(zone).ToInstant() is { } to)
            query = query.Where(row => row.CreatedAt < to);
        return DeskText.Read(filter.Text) is { } text ? Matching(query, text) : query;
    }

    private static IQueryable<BookingRecord> Matching(IQueryable<BookingRecord> query, DeskText text)
    {
        if (text.Digits is { } digits)
            return query.Where(row => row.PatientPhone != null && row.PatientPhone.EndsWith(digits));
        if (text.Words is { } words)
        {
            var pattern = $"%{DeskText.Escape(words)}%";
            return query.Where(row => row.PatientName != null && EF.Functions.ILike(row.PatientName, pattern, "\\"));
        }
        return text.IdRange() is var (first, last)
            ? query.Where(row => EF.Functions.GreaterThanOrEqual(ValueTuple.Create(row.OrgId, row.Id), ValueTuple.Create(row.OrgId, first))
                && EF.Functions.LessThanOrEqual(ValueTuple.Create(row.OrgId, row.Id), ValueTuple.Create(row.OrgId, last)))
            : query.Where(row => false);
    }

    private static HoldRow RowOf(Found found, Instant now) => RowOf(found.Row, found, now);

    private static HoldRow RowOf(BookingRecord row, Found found, Instant now) => new(
        row.Id,
        row.Status is BookingStatus.Held or BookingStatus.NeedsStaff && row.HoldExpiresAt <= now ? BookingStatus.Expired : row.Status,
        row.StartsAt, row.EndsAt, row.ProviderId, row.ServiceId, row.PatientName, LastFourOf(row.PatientPhone),
        row.CreatedAt, row.UpdatedAt, row.HoldExpiresAt, row.ConfirmedAt, row.Extensions, row.CallId, found.IsCallOver, found.IsCodeSent);

    private static string? LastFourOf(string? phone) => phone is { Length: >= 4 } ? phone[^4..] : phone;

    private sealed class Found
    {
        public required BookingRecord Row { get; init; }

        public bool IsCallOver { get; init; }

        public bool IsCodeSent { get; init; }
    }
}
