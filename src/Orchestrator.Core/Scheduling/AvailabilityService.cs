using System.Collections.Immutable;
using NodaTime;
using Npgsql;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Scheduling;

/// <summary>Free starts as the ledger stands now: one query for what is busy, the rest in memory (<see cref="SlotFinder"/>).</summary>
public sealed class AvailabilityService(OrgDb db)
{
    /// <summary>How far ahead to look for alternatives, in days, before looking further: most clinics have something this week.</summary>
    private static readonly int[] AlternativeSpans = [7, 35, 3_660];

    /// <summary>The free starts that <paramref name="query"/> asks for.</summary>
    public async Task<ImmutableArray<Slot>> SearchAsync(OrgContext context, Clinic clinic, SlotQuery query, CancellationToken ct)
    {
        var span = clinic.Finder.SpanToLoad(query);
        return clinic.Finder.Search(query, await LoadBusyAsync(context, clinic, query.ServiceId, query.ProviderId, span, ct));
    }

    /// <summary>The free starts nearest to a wanted one: its day first, then the days after it.</summary>
    public async Task<ImmutableArray<Slot>> AlternativesAsync(
        OrgContext context, Clinic clinic, Instant wanted, Guid serviceId, Guid? providerId, Instant now, int count, CancellationToken ct)
    {
        var horizon = clinic.Schedule.HorizonDaysFor(clinic.Schedule.Service(serviceId));
        var first = Instant.Max(Instant.Min(wanted, now + Duration.FromDays(horizon)), now);
        foreach (var days in AlternativeSpans)
        {
            var day = first.InUtc().Date;
            var span = clinic.Finder.SpanToLoad(new SlotQuery { ServiceId = serviceId, ProviderId = providerId, From = day.PlusDays(-1), To = day.PlusDays(days), Now = now });
            var busy = await LoadBusyAsync(context, clinic, serviceId, providerId, span, ct);
            var found = clinic.Finder.Alternatives(wanted, serviceId, providerId, busy, now, context.CallId, count);
            // Past what was loaded everything looks free; such a find only says that more must be loaded.
            if (days >= horizon || (found.Length == count && found.All(slot => slot.Start.ToInstant() < first + Duration.FromDays(days - 1))))
                return found;
        }
        return [];
    }

    private async Task<BusyCalendar> LoadBusyAsync(OrgContext context, Clinic clinic, Guid serviceId, Guid? providerId, Interval span, CancellationToken ct)
    {
        var providers = providerId is { } one ? [one] : clinic.Schedule.Service(serviceId).ProviderIds;
        var rows = await db.CallManyAsync(
            context,
            "select provider_id, room_id, service_id, starts_at, ends_at, blocked_from, blocked_to, call_id, hold_expires_at, group_key "
            + "from busy_times($1, $2, $3, $4)",
            [Uuids(providers), At(span.Start), At(span.End)],
            Read,
            ct);
        return new BusyCalendar(rows);
    }

    private static BusyTime Read(NpgsqlDataReader row) => new()
    {
        ProviderId = row.GetGuid(0),
        RoomId = row.IsDBNull(1) ? null : row.GetGuid(1),
        ServiceId = row.IsDBNull(2) ? null : row.GetGuid(2),
        Start = row.GetFieldValue<Instant>(3),
        End = row.GetFieldValue<Instant>(4),
        BlockedFrom = row.GetFieldValue<Instant>(5),
        BlockedTo = row.GetFieldValue<Instant>(6),
        CallId = row.IsDBNull(7) ? null : row.GetString(7),
        HoldExpiresAt = row.IsDBNull(8) ? null : row.GetFieldValue<Instant>(8),
        GroupKey = row.IsDBNull(9) ? null : row.GetGuid(9),
    };
}
