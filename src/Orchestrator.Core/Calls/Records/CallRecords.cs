using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Calls.Records;

/// <summary>
/// Reads calls for the clinic's people. Outcomes are derived from tool calls, holds and texts at every reading, so they are
/// never stale. Every method throws <see cref="StaffAccessException"/> where the actor's role does not allow it.
/// </summary>
public sealed class CallRecords(OrgDb db, StaffGuard guard)
{
    private const int MostDays = 92;

    public async Task<CallPage> ListAsync(OrgContext context, CallQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query);
        await guard.RequireAsync(context, StaffTask.SeeDesk, ct);
        var limit = Math.Clamp(query.Limit, 1, CallQuery.MostRows);
        var rows = await RowsAsync(context, query, id: null, limit + 1, ct);
        if (rows.Count <= limit)
            return new CallPage(rows, null);
        rows.RemoveAt(limit);
        return new CallPage(rows, new CallCursor(rows[^1].BeganAt, rows[^1].Id));
    }

    /// <summary>One call; null where the organization has none of that id. That somebody read what was said is audited.</summary>
    public async Task<CallDetail?> FindAsync(OrgContext context, string callId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(callId);
        await guard.RequireAsync(context, StaffTask.SeeDesk, ct);
        if (await RowsAsync(context, new CallQuery(), callId, 1, ct) is not [var row])
            return null;
        return await db.RunAsync(context, async (rows, token) =>
        {
            var (transcript, turns) = await TranscriptReader.ReadAsync(rows, row, token);
            var events = await TimelineReader.ReadAsync(rows, row.Id, token);
            if (transcript is not null)
            {
                await rows.Database.ExecuteSqlAsync(
                    $"select note_transcript_read({context.Org.Value}, {context.Actor.ToString()}, {row.Id})", token);
            }

            return new CallDetail(row, [.. turns.Concat(events).OrderBy(moment => moment.At)], transcript);
        }, ct);
    }

    /// <summary>Every day from <paramref name="first"/> to <paramref name="last"/> (at most 92 days), days without calls included.</summary>
    /// <param name="zone">Whose midnight parts the days: the clinic's.</param>
    public async Task<IReadOnlyList<DropOffDay>> DropOffAsync(OrgContext context, LocalDate first, LocalDate last, DateTimeZone zone, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(zone);
        await guard.RequireAsync(context, StaffTask.SeeDesk, ct);
        var end = LocalDate.Min(last, first.PlusDays(MostDays - 1));
        var found = await db.CallManyAsync(
            context,
            "select day, calls, asked, found, held, code_sent, booked, transferred from call_drop_off($1, $2, $3, $4)",
            [At(zone.AtStartOfDay(first).ToInstant()), At(zone.AtStartOfDay(end.PlusDays(1)).ToInstant()), Text(zone.Id)],
            row => new DropOffDay(
                row.GetFieldValue<LocalDate>(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7)),
            ct);
        var byDay = found.ToDictionary(day => day.Day);
        var days = new List<DropOffDay>();
        for (var day = first; day <= end; day = day.PlusDays(1))
            days.Add(byDay.GetValueOrDefault(day) ?? new DropOffDay(day, 0, 0, 0, 0, 0, 0, 0));
        return days;
    }

    /// <summary>For who sets the voice agent up.</summary>
    public async Task<CallsHeard> HeardAsync(OrgContext context, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.ManageClinic, ct);
        return await db.CallAsync(
            context,
            "select first_at, last_at from calls_heard($1)",
            [],
            row => new CallsHeard(Get<Instant>(row, 0), Get<Instant>(row, 1)),
            ct);
    }

    private Task<List<CallRow>> RowsAsync(OrgContext context, CallQuery query, string? id, int limit, CancellationToken ct) => db.CallManyAsync(
        context,
        """
        select id, began_at, ended_at, channel, direction, caller_last_four, outcome, duration_ms, cost_usd, ended_reason, report,
               tool_calls, slowest_ms, visit_at, provider_name, service_name
          from list_calls($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        [
            Text(id), At(query.From), At(query.To), Text(query.Outcome is { } outcome ? SnakeCaseEnumConverter<CallOutcome>.ToName(outcome) : null),
            Text(query.Report is { } report ? SnakeCaseEnumConverter<ReportState>.ToName(report) : null), Flag(query.OnlyLive),
            Text(string.IsNullOrWhiteSpace(query.Search) ? null : query.Search.Trim()), At(query.After?.BeganAt), Text(query.After?.CallId), Int(limit),
        ],
        Row,
        ct);

    private static CallRow Row(NpgsqlDataReader row) => new()
    {
        Id = row.GetString(0),
        BeganAt = row.GetFieldValue<Instant>(1),
        EndedAt = Get<Instant>(row, 2),
        Channel = SnakeCaseEnumConverter<CallChannel>.FromName(row.GetString(3)),
        Direction = SnakeCaseEnumConverter<CallDirection>.FromName(row.GetString(4)),
        CallerLastFour = Read(row, 5),
        Outcome = SnakeCaseEnumConverter<CallOutcome>.FromName(row.GetString(6)),
        Length = Get<int>(row, 7) is { } milliseconds ? Duration.FromMilliseconds(milliseconds) : null,
        CostUsd = Get<decimal>(row, 8),
        EndedReason = Read(row, 9),
        Report = SnakeCaseEnumConverter<ReportState>.FromName(row.GetString(10)),
        ToolCalls = row.GetInt32(11),
        SlowestToolMs = Get<int>(row, 12),
        VisitAt = Get<Instant>(row, 13),
        ProviderName = Read(row, 14),
        ServiceName = Read(row, 15),
    };

    private static T? Get<T>(NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    private static string? Read(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
