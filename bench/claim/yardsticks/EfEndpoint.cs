using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Auditing;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Persistence;

namespace Orchestrator.Claim.Bench;

/// <summary>
/// A claim as it is written without SQL functions of our own, with the rows and the promises of the product's: one transaction;
/// the tenant named to row-level security; one advisory lock per call and per provider and day; the tool call's answer looked
/// for; the rules' version, the call and the call's own holds looked at; what stands in the way loaded, and what lapsed of it
/// expired; booking, call, answer and audit row added and saved together; the chain's head locked before it is hashed on.
/// </summary>
/// <remarks>
/// Left out, in its favour: providers to choose from, rooms, groups, the answer's other fields, the note of arguments and
/// latency. Queries are plain LINQ and entities tracked where they are changed, as in EF's documentation; no compiled queries,
/// no SQL beyond what EF has no words for (set_config, advisory locks, FOR UPDATE). Statements that fit one round trip share it.
/// </remarks>
internal static class EfEndpoint
{
    private static readonly BookingStatus[] s_holds = [BookingStatus.Held, BookingStatus.NeedsStaff];
    private static readonly BookingStatus[] s_live = [.. s_holds, BookingStatus.Booked, BookingStatus.Arrived, BookingStatus.Fulfilled];

    public static async Task<Claimed> ClaimAsync(Claim claim, IDbContextFactory<OrchestratorDbContext> contexts, IConfiguration settings, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (org, start) = (claim.Org, Instant.FromDateTimeOffset(claim.Start));
        var end = start + Duration.FromMinutes(30);
        await db.Database.ExecuteSqlAsync($"select set_config('app.org_id', {org.ToString()}, true)", ct);
        await db.Database.ExecuteSqlAsync($"""
            select pg_advisory_xact_lock(hashtextextended({org.ToString() + claim.Call}, 1)),
                   pg_advisory_xact_lock(hashtextextended({org.ToString() + claim.Provider}, {start.ToUnixTimeSeconds() / 86400}))
            """, ct);
        var now = SystemClock.Instance.GetCurrentInstant();

        if (await db.ToolCalls.AsNoTracking().SingleOrDefaultAsync(row => row.OrgId == org && row.Id == claim.ToolCall, ct) is { } answered)
            return new Claimed(answered.Code!, null);
        if (!await db.Settings.AnyAsync(row => row.OrgId == org && row.Version == 1, ct))
            return new Claimed("stale", null);
        var call = await db.Calls.SingleOrDefaultAsync(row => row.OrgId == org && row.Id == claim.Call, ct);
        if (call?.EndedAt is not null)
            return new Claimed("call_ended", null);
        var own = await db.Bookings.Where(row => row.OrgId == org && row.CallId == claim.Call && s_holds.Contains(row.Status)).ToListAsync(ct);
        if (own.Count > 0)
            throw new NotSupportedException("The bench gives every call one claim.");
        var inTheWay = await db.Bookings
            .Where(row => row.OrgId == org && row.ProviderId == claim.Provider && s_live.Contains(row.Status)
                && row.BlockedFrom < end && row.BlockedFrom > start - Duration.FromDays(2) && row.BlockedTo > start)
            .ToListAsync(ct);
        if (inTheWay.Any(row => row.HoldExpiresAt is null || row.HoldExpiresAt > now)
            || await db.ExternalBusy.AnyAsync(row => row.OrgId == org && row.ProviderId == claim.Provider && row.IsOpaque && row.StartsAt < end && row.EndsAt > start, ct))
            return new Claimed("slot_taken", null);

        var id = Guid.CreateVersion7();
        foreach (var lapsed in inTheWay)
        {
            db.Entry(lapsed).Property(row => row.Status).CurrentValue = BookingStatus.Expired;
            db.Entry(lapsed).Property(row => row.UpdatedAt).CurrentValue = now;
        }
        db.Add(new BookingRecord
        {
            OrgId = org, Id = id, ProviderId = claim.Provider, ServiceId = claim.Service, StartsAt = start, EndsAt = end, BlockedFrom = start, BlockedTo = end,
            Status = BookingStatus.Held, HoldExpiresAt = now + Duration.FromMinutes(10), CallId = claim.Call, PatientName = claim.Name, PatientPhone = claim.Phone,
            GroupKey = id, CreatedAt = now, UpdatedAt = now,
        });
        if (call is null)
            db.Add(new CallRecord { OrgId = org, Id = claim.Call, Channel = CallChannel.Call, Direction = CallDirection.Inbound, CallerLastFour = claim.Phone[^4..], CreatedAt = now });
        db.Add(new ToolCallRecord { OrgId = org, Id = claim.ToolCall, CallId = claim.Call, Tool = "claim_slot", Code = "held", Answer = settings["Answer"], CreatedAt = now });
        await AuditAsync(db, claim, [.. inTheWay.Select(row => ("hold.expired", row.Id)), ("hold.claimed", id)], ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Claimed("held", id);
    }

    private static async Task AuditAsync(OrchestratorDbContext db, Claim claim, (string Action, Guid Subject)[] effects, CancellationToken ct)
    {
        var head = await db.AuditHeads.FromSql($"select * from audit_head where org_id = {claim.Org} for update").SingleOrDefaultAsync(ct);
        var (seq, hash) = (head?.Seq ?? 0, head?.Hash ?? []);
        foreach (var (action, subject) in effects)
        {
            var link = new AuditEvent
            {
                OrgId = claim.Org, Seq = ++seq, At = SystemClock.Instance.GetCurrentInstant(), Actor = "voice:" + claim.Call, Action = action, Outcome = "ok",
                Subject = subject.ToString(), CallId = claim.Call, ToolCallId = claim.ToolCall, PrevHash = hash, Hash = [],
            };
            hash = AuditChain.HashOf(link, hash);
            db.Add(link).Property(row => row.Hash).CurrentValue = hash;
        }
        if (head is null)
        {
            db.Add(new AuditHead { OrgId = claim.Org, Seq = seq, Hash = hash });
        }
        else
        {
            db.Entry(head).Property(row => row.Seq).CurrentValue = seq;
            db.Entry(head).Property(row => row.Hash).CurrentValue = hash;
        }
    }
}
