using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Persistence;

namespace Orchestrator.Core.Calls.Records;

/// <summary>What the product did in a call: tool calls, holds, appointments and texts.</summary>
internal static class TimelineReader
{
    public static async Task<List<CallMoment>> ReadAsync(OrchestratorDbContext rows, string callId, CancellationToken ct)
    {
        var moments = new List<CallMoment>();
        await AddToolsAsync(rows, callId, moments, ct);
        await AddHoldsAsync(rows, callId, moments, ct);
        await AddTextsAsync(rows, callId, moments, ct);
        return moments;
    }

    private static async Task AddToolsAsync(OrchestratorDbContext rows, string callId, List<CallMoment> moments, CancellationToken ct)
    {
        var remembered = await rows.ToolCalls.AsNoTracking().Where(row => row.CallId == callId)
            .Select(row => new { row.Id, row.Tool, row.Code, row.CreatedAt }).ToDictionaryAsync(row => row.Id, ct);
        var noted = await rows.ToolNotes.AsNoTracking().Where(row => row.CallId == callId).ToDictionaryAsync(row => row.Id, ct);
        foreach (var id in remembered.Keys.Union(noted.Keys))
        {
            var (answer, note) = (remembered.GetValueOrDefault(id), noted.GetValueOrDefault(id));
            moments.Add(new ToolMoment(
                note?.At ?? answer!.CreatedAt, id, answer?.Tool ?? note!.Tool, answer?.Code ?? note?.Code, note?.LatencyMs, note?.Arguments ?? []));
        }
    }

    private static async Task AddHoldsAsync(OrchestratorDbContext rows, string callId, List<CallMoment> moments, CancellationToken ct)
    {
        var held = await (
            from booking in rows.Bookings.AsNoTracking()
            where booking.CallId == callId
            join provider in rows.Providers on booking.ProviderId equals provider.Id
            join service in rows.Services on booking.ServiceId equals service.Id
            select new { booking.Id, booking.Status, booking.StartsAt, booking.CreatedAt, booking.ConfirmedAt, Provider = provider.Name, Service = service.Name })
            .ToListAsync(ct);
        foreach (var booking in held)
        {
            moments.Add(new HoldMoment(booking.CreatedAt, booking.Id, IsConfirmation: false, booking.Status, booking.StartsAt, booking.Provider, booking.Service));
            if (booking.ConfirmedAt is { } confirmed)
                moments.Add(new HoldMoment(confirmed, booking.Id, IsConfirmation: true, booking.Status, booking.StartsAt, booking.Provider, booking.Service));
        }
    }

    private static async Task AddTextsAsync(OrchestratorDbContext rows, string callId, List<CallMoment> moments, CancellationToken ct)
    {
        var sent = await (
            from booking in rows.Bookings.AsNoTracking()
            where booking.CallId == callId
            join challenge in rows.Challenges on booking.Id equals challenge.BookingId
            join dispatch in rows.Dispatches on challenge.Id equals dispatch.ChallengeId
            select new { dispatch.Id, dispatch.StartedAt, dispatch.State, dispatch.ErrorCode, challenge.BookingId, challenge.Phone })
            .ToListAsync(ct);
        foreach (var text in sent)
            moments.Add(new TextMoment(text.StartedAt, text.Id, text.BookingId, text.Phone[^2..], text.State, text.ErrorCode));
    }
}
