using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Persistence;

namespace Orchestrator.Claim.Bench;

/// <summary>
/// The same rows and the same promises by the obvious use of EF: begin, name the tenant, look whether it was answered, lock,
/// look what is in the way, SaveChanges, audit, commit. One doctor, no rooms, no groups.
/// </summary>
internal static class EfEndpoint
{
    private static readonly BookingStatus[] s_live = [BookingStatus.Held, BookingStatus.NeedsStaff, BookingStatus.Booked, BookingStatus.Arrived, BookingStatus.Fulfilled];

    public static async Task<Claimed> ClaimAsync(Claim claim, OrchestratorDbContext db, IConfiguration settings, CancellationToken ct)
    {
        var (org, start, now) = (claim.Org, Instant.FromDateTimeOffset(claim.Start), SystemClock.Instance.GetCurrentInstant());
        var end = start + Duration.FromMinutes(30);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select set_config('app.org_id', {org.ToString()}, true)", ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({claim.Call}, 1))", ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({claim.Provider.ToString()}, {start.ToUnixTimeSeconds() / 86400}))", ct);
        if (await db.ToolCalls.AsNoTracking().SingleOrDefaultAsync(row => row.OrgId == org && row.Id == claim.ToolCall, ct) is { } answered)
            return new Claimed(answered.Code!, null);
        if (await db.Calls.AnyAsync(row => row.OrgId == org && row.Id == claim.Call && row.EndedAt != null, ct))
            return new Claimed("call_ended", null);
        var before = await db.Bookings.AsNoTracking().Where(row => row.OrgId == org && row.CallId == claim.Call && row.HoldExpiresAt > now).ToListAsync(ct);
        if (before.Count > 0)
            throw new NotSupportedException("The bench gives every call one claim.");
        var isTaken = await db.Bookings.AnyAsync(row => row.OrgId == org && row.ProviderId == claim.Provider && s_live.Contains(row.Status)
            && row.BlockedFrom < end && row.BlockedTo > start && (row.HoldExpiresAt == null || row.HoldExpiresAt > now), ct);
        isTaken |= await db.ExternalBusy.AnyAsync(row => row.OrgId == org && row.ProviderId == claim.Provider && row.IsOpaque && row.StartsAt < end && row.EndsAt > start, ct);
        if (isTaken)
            return new Claimed("slot_taken", null);

        var id = Guid.CreateVersion7();
        db.Add(new BookingRecord
        {
            OrgId = org, Id = id, ProviderId = claim.Provider, ServiceId = claim.Service, StartsAt = start, EndsAt = end, BlockedFrom = start, BlockedTo = end,
            Status = BookingStatus.Held, HoldExpiresAt = now + Duration.FromMinutes(10), CallId = claim.Call, PatientName = claim.Name, PatientPhone = claim.Phone,
            GroupKey = id, CreatedAt = now, UpdatedAt = now,
        });
        db.Add(new ToolCallRecord { OrgId = org, Id = claim.ToolCall, CallId = claim.Call, Tool = "claim_slot", Code = "held", Answer = settings["Answer"], CreatedAt = now });
        await db.SaveChangesAsync(ct);
        await db.Database.ExecuteSqlAsync($"select append_audit({org}, {"voice:" + claim.Call}, 'hold.claimed', 'ok', {id.ToString()}, {claim.Call}, {claim.ToolCall}, null)", ct);
        await transaction.CommitAsync(ct);
        return new Claimed("held", id);
    }
}
