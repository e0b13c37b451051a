using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Booking;

/// <summary>Which hold a caller means.</summary>
public sealed class HoldFinder(OrgDb db, TimeProvider time)
{
    /// <summary>
    /// The hold named, if it is this call's; without a name the call's newest live hold, else its newest appointment. A hold
    /// given back is not found; one whose time ran out is <see cref="HoldRefusal.Expired"/>.
    /// </summary>
    /// <param name="context">Its call decides whose holds there are; without a call there are none.</param>
    /// <param name="holdId">What the agent said, where it was an id at all.</param>
    /// <param name="ct">Ends the search.</param>
    public async Task<Result<Hold, HoldRefusal>> FindAsync(OrgContext context, Guid? holdId, CancellationToken ct)
    {
        if (context.CallId is null)
            return HoldRefusal.NotFound;
        var holds = await db.RunAsync(context, (rows, token) => rows.Bookings.AsNoTracking()
            .Where(row => row.OrgId == context.Org.Value && row.CallId == context.CallId && (holdId == null || row.Id == holdId))
            .OrderByDescending(row => row.CreatedAt)
            .Take(20)
            .Select(row => new Hold(
                row.Id, row.ProviderId, row.ServiceId, row.StartsAt, row.EndsAt, row.Status, row.HoldExpiresAt, row.CallId, row.PatientPhone))
            .ToListAsync(token), ct);

        var now = time.GetCurrentInstant();
        if ((holds.Find(hold => hold.IsLive(now)) ?? holds.Find(hold => hold.IsAppointment)) is { } found)
            return found;
        return holds.Exists(hold => hold.Status is BookingStatus.Held or BookingStatus.NeedsStaff or BookingStatus.Expired)
            ? HoldRefusal.Expired
            : HoldRefusal.NotFound;
    }
}
