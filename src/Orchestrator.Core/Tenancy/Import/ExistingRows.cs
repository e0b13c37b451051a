using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Scheduling.Stored;

namespace Orchestrator.Core.Tenancy;

/// <summary>Brings in what stood in a clinic's calendar before it came here. The ledger's constraints hold for these rows as for any.</summary>
internal static class ExistingRows
{
    public static async Task AddAsync(
        OrgId org, OrgFile file, Dictionary<(OrgFileKind Kind, string Key), Guid> ids, Instant now, OrchestratorDbContext rows, CancellationToken ct)
    {
        var seats = new Dictionary<Guid, int>();
        foreach (var item in file.Existing.Appointments)
            rows.Add(await RowAsync(item.ProviderId, item.ServiceId, item.Start, item.End, item.Status, null, null, item.RoomId));
        foreach (var item in file.Existing.Holds)
        {
            var isLive = item.ExpiresAt > now;
            rows.Add(await RowAsync(item.ProviderId, item.ServiceId, item.Start, item.End, isLive ? BookingStatus.Held : BookingStatus.Expired, item.ExpiresAt, item.CallId, null));
        }
        foreach (var item in file.Existing.ExternalBusy)
        {
            rows.Add(new ExternalBusy
            {
                OrgId = org.Value, Id = Guid.CreateVersion7(), ProviderId = ids[(OrgFileKind.Provider, item.ProviderId)],
                StartsAt = item.Start, EndsAt = item.End, IsOpaque = item.IsOpaque,
            });
        }
        await rows.SaveChangesAsync(ct);

        async Task<BookingRecord> RowAsync(
            string provider, string service, Instant start, Instant end, BookingStatus status, Instant? expiresAt, string? callId, string? room)
        {
            var kind = file.Services.First(candidate => candidate.Id == service);
            var (providerId, serviceId, id) = (ids[(OrgFileKind.Provider, provider)], ids[(OrgFileKind.Service, service)], Guid.CreateVersion7());
            var group = kind.Capacity > 1
                ? await rows.Database.SqlQuery<Guid>($"select session_key({providerId}, {serviceId}, {start}) as \"Value\"").SingleAsync(ct)
                : id;
            var occupies = status is BookingStatus.Held or BookingStatus.Booked or BookingStatus.Arrived or BookingStatus.Fulfilled;
            var seat = occupies ? seats[group] = seats.GetValueOrDefault(group) + 1 : 1;
            return new BookingRecord
            {
                OrgId = org.Value, Id = id, ProviderId = providerId, ServiceId = serviceId, RoomId = room is null ? null : ids[(OrgFileKind.Room, room)],
                StartsAt = start, EndsAt = end,
                BlockedFrom = start - Duration.FromMinutes(kind.BufferBeforeMinutes), BlockedTo = end + Duration.FromMinutes(kind.BufferAfterMinutes),
                Status = status, HoldExpiresAt = expiresAt, CallId = callId, GroupKey = group, Seat = seat, CreatedAt = now, UpdatedAt = now,
                ConfirmedAt = occupies && expiresAt is null ? now : null,
            };
        }
    }
}
