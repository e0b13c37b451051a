using Microsoft.EntityFrameworkCore;

namespace Orchestrator.Claim.Bench;

/// <summary>
/// The obvious endpoint: begin, name the tenant, lock provider and day, look for a clash, SaveChanges, commit. It leaves out the
/// chained audit, the remembered answer and the replacing of a caller's other hold.
/// </summary>
internal static class SimpleEndpoint
{
    public static async Task<Claimed> ClaimAsync(Claim claim, SimpleContext db)
    {
        var now = DateTime.UtcNow;
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"select set_config('app.org_id', {claim.Org.ToString()}, true)");
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({claim.Provider.ToString()}, {claim.From.Date.Ticks}))");
        var isTaken = await db.Bookings.AnyAsync(row => row.ProviderId == claim.Provider && row.StartsAt < claim.To && row.EndsAt > claim.From
            && (row.Status == "booked" || (row.Status == "held" && row.HoldExpiresAt > now)));
        if (isTaken)
            return new Claimed("slot_taken", null);
        var booking = new SimpleBooking
        {
            Id = Guid.CreateVersion7(), OrgId = claim.Org, ProviderId = claim.Provider, ServiceId = claim.Service, StartsAt = claim.From, EndsAt = claim.To,
            Status = "held", HoldExpiresAt = now.AddMinutes(10), CallId = claim.Call, PatientName = claim.Name, PatientPhone = claim.Phone, CreatedAt = now, UpdatedAt = now,
        };
        db.Add(booking);
        db.Add(new SimpleAudit { OrgId = claim.Org, At = now, Actor = "voice:" + claim.Call, Action = "hold.claimed", Subject = booking.Id });
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return new Claimed("held", booking.Id);
    }
}
