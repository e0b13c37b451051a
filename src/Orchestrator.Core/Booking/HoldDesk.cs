using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Verification;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Booking;

/// <summary>
/// What the clinic's people do with a hold. Each action is one transaction with its audit row; of two people acting on one
/// hold the second is told who did what. Needs <see cref="StaffTask.WorkDesk"/>. Rules: docs/adr/0013-staff-actions.md.
/// </summary>
public sealed class HoldDesk(OrgDb db, StaffGuard guard, ClinicDirectory clinics, CodeSender codes, ActivityNotifier activity)
{
    public const int MaxNoteLength = 500;

    /// <summary>How often a hold may be made longer, each time by the clinic's own hold length.</summary>
    public const int MaxExtensions = 3;

    /// <summary>The longest that a hold may keep a time from others, counted from when it was made.</summary>
    public static readonly Duration MaxTotal = Duration.FromMinutes(60);

    /// <summary>Gives the time back to everybody. Its code stops working.</summary>
    public async Task<DeskRefusal?> ReleaseAsync(OrgContext context, SeenHold seen, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.WorkDesk, ct);
        return (await ActAsync(context, "staff_release_hold($1, $2, $3, $4, $5, $6)", seen, [], ct)).Refusal;
    }

    /// <returns>Until when it is kept now.</returns>
    public async Task<Result<Extension, DeskRefusal>> ExtendAsync(OrgContext context, SeenHold seen, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.WorkDesk, ct);
        var clinic = await clinics.GetAsync(context.Org, ct);
        var done = await ActAsync(
            context, "staff_extend_hold($1, $2, $3, $4, $5, $6, $7, $8, $9)", seen, [Span(clinic.HoldLength), Int(MaxExtensions), Span(MaxTotal)], ct);
        return done.Refusal is { } refusal ? refusal : new Extension(done.ExpiresAt ?? throw new InvalidOperationException("An extended hold has an end."));
    }

    /// <summary>Makes the hold an appointment without a code.</summary>
    /// <param name="note">What the clinic should remember of it; required with <see cref="StaffReason.Other"/>.</param>
    public async Task<DeskRefusal?> ConfirmAsync(OrgContext context, SeenHold seen, StaffReason reason, string? note, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.WorkDesk, ct);
        var text = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        if (text is { Length: > MaxNoteLength } || (reason == StaffReason.Other && text is null))
            return new DeskRefusal(DeskRefusalKind.NoReason);
        var user = Guid.TryParse(context.Actor.Id, out var id) ? id : Guid.Empty;
        var done = await ActAsync(
            context,
            "staff_confirm_hold($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            seen,
            [Text(SnakeCaseEnumConverter<StaffReason>.ToName(reason)), Uuid(Guid.CreateVersion7()), Uuid(user), Text(StaffNoteText.Clean(text))],
            ct);
        return done.Refusal;
    }

    /// <summary>Texts one more code to the hold's phone, within the same limits as the voice agent.</summary>
    public async Task<Result<CodeDispatched, DeskRefusal>> ResendAsync(OrgContext context, Guid holdId, CancellationToken ct)
    {
        await guard.RequireAsync(context, StaffTask.WorkDesk, ct);
        var hold = await db.RunAsync(context, (rows, token) => rows.Bookings.AsNoTracking()
            .Where(row => row.OrgId == context.Org.Value && row.Id == holdId)
            .Select(row => new Hold(
                row.Id, row.ProviderId, row.ServiceId, row.StartsAt, row.EndsAt, row.Status, row.HoldExpiresAt, row.CallId, row.PatientPhone))
            .SingleOrDefaultAsync(token), ct);
        if (hold is null)
            return new DeskRefusal(DeskRefusalKind.NotFound);
        var sent = await codes.SendAsync(context with { CallId = hold.CallId }, await clinics.GetAsync(context.Org, ct), hold, callerPhone: null, ct);
        if (sent.TryGet(out var dispatched, out var refusal))
            return dispatched;
        return new DeskRefusal(KindOf(refusal.Kind, hold.Status), await LastChangeAsync(context, holdId, ct), refusal.Wait);
    }

    private async Task<Outcome> ActAsync(OrgContext context, string function, SeenHold seen, NpgsqlParameter[] more, CancellationToken ct)
    {
        var outcome = await db.CallAsync(
            context,
            $"select outcome, expires_at, by_actor, by_action, by_outcome, by_at from {function}",
            [Text(context.Actor.ToString()), Text(context.CallId), Text(context.ToolCallId), Uuid(seen.Id), At(seen.UpdatedAt), .. more],
            row => new Outcome(
                KindOf(row.GetString(0)) is { } kind ? new DeskRefusal(kind, ReadChange(row, 2)) : null,
                row.IsDBNull(1) ? null : row.GetFieldValue<Instant>(1)),
            ct);
        if (outcome.Refusal is null)
            activity.Touch(context.Org, ActivityTopics.Holds | ActivityTopics.Codes);
        return outcome;
    }

    private Task<HoldChange?> LastChangeAsync(OrgContext context, Guid holdId, CancellationToken ct) => db.CallAsync(
        context,
        "select actor, action, outcome, at from last_change_of_hold($1, $2)",
        [Uuid(holdId)],
        row => ReadChange(row, 0),
        ct);

    private static HoldChange? ReadChange(NpgsqlDataReader row, int at) => row.IsDBNull(at)
        ? null
        : new HoldChange(row.GetString(at), row.GetString(at + 1), row.GetString(at + 2), row.GetFieldValue<Instant>(at + 3));

    private static DeskRefusalKind? KindOf(string outcome) => outcome switch
    {
        "done" => null,
        "changed" => DeskRefusalKind.ChangedMeanwhile,
        "hold_expired" => DeskRefusalKind.Lapsed,
        "already_confirmed" => DeskRefusalKind.AlreadyBooked,
        "released" => DeskRefusalKind.AlreadyReleased,
        "extended_enough" => DeskRefusalKind.ExtendedEnough,
        "hold_not_found" => DeskRefusalKind.NotFound,
        _ => throw new InvalidOperationException($"A staff action answered {outcome}."),
    };

    private static DeskRefusalKind KindOf(SendRefusalKind kind, BookingStatus status) => kind switch
    {
        SendRefusalKind.HoldNotFound when status is BookingStatus.Released or BookingStatus.Cancelled => DeskRefusalKind.AlreadyReleased,
        SendRefusalKind.HoldNotFound => DeskRefusalKind.NotFound,
        SendRefusalKind.HoldExpired => DeskRefusalKind.Lapsed,
        SendRefusalKind.AlreadyConfirmed => DeskRefusalKind.AlreadyBooked,
        SendRefusalKind.Cooldown => DeskRefusalKind.TextedJustNow,
        SendRefusalKind.NeedsStaff => DeskRefusalKind.NoMoreCodes,
        SendRefusalKind.Locked => DeskRefusalKind.CodeLocked,
        SendRefusalKind.NotConfigured => DeskRefusalKind.TextsNotSetUp,
        SendRefusalKind.BadNumber or SendRefusalKind.CannotReceive => DeskRefusalKind.CannotGetTexts,
        SendRefusalKind.OptedOut => DeskRefusalKind.TextsBlocked,
        SendRefusalKind.Refused => DeskRefusalKind.TextRefused,
        SendRefusalKind.NotSent => DeskRefusalKind.TextNotSent,
    };

    private sealed record Outcome(DeskRefusal? Refusal, Instant? ExpiresAt);
}
