using NodaTime;
using Npgsql;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Desk;

/// <summary>What is going on now, and what happened to one hold or call. Needs <see cref="StaffTask.SeeDesk"/>.</summary>
public sealed class DeskService(OrgDb db, StaffGuard guard, ClinicDirectory clinics, TimeProvider time)
{
    /// <summary>One query, whatever the day held.</summary>
    public async Task<TodayBoard> TodayAsync(OrgContext context, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.SeeDesk, ct);
        var zone = (await clinics.GetAsync(context.Org, ct)).Schedule.Zone;
        var today = time.GetCurrentInstant().InZone(zone).Date;
        return await db.CallAsync(
            context,
            "select today_board($1, $2, $3)::text",
            [At(today.AtStartOfDayInZone(zone).ToInstant()), At(today.PlusDays(1).AtStartOfDayInZone(zone).ToInstant())],
            row => BoardJson.Read<TodayBoard>(row.GetString(0)),
            ct);
    }

    /// <summary>Tools, texts and audit rows of one hold, oldest first; empty for a hold that is not this organization's.</summary>
    public Task<IReadOnlyList<StoryEntry>> HoldStoryAsync(OrgContext context, Guid holdId, CancellationToken ct) =>
        StoryAsync(context, "hold_story($1, $2)", Uuid(holdId), ct);

    private async Task<IReadOnlyList<StoryEntry>> StoryAsync(OrgContext context, string function, NpgsqlParameter subject, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.SeeDesk, ct);
        return await db.CallManyAsync(
            context,
            $"select at, kind, what, outcome, actor, detail, took_ms from {function}",
            [subject],
            row => new StoryEntry(
                row.GetFieldValue<Instant>(0),
                row.GetString(1) switch { "act" => StoryKind.Act, "text" => StoryKind.Text, _ => StoryKind.Tool },
                row.GetString(2),
                row.IsDBNull(3) ? null : row.GetString(3),
                row.IsDBNull(4) ? null : row.GetString(4),
                row.IsDBNull(5) ? null : row.GetString(5),
                row.IsDBNull(6) ? null : row.GetInt32(6)),
            ct);
    }
}
