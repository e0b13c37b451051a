using NodaTime;
using Npgsql;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Booking;

/// <summary>The ledger: holds a time, makes the hold an appointment, or gives it back. Each is one round trip and one transaction.</summary>
public sealed class BookingService(OrgDb db, ActivityNotifier activity)
{
    /// <summary>Another writer won between the look and the insert (claim_slot.sql); the next look sees it.</summary>
    private const string LostRace = "OR001";

    /// <summary>The challenge was closed between the comparison of the code and the confirm (booking_changes.sql).</summary>
    internal const string ChallengeClosed = "OR002";

    /// <summary>Beside one per provider: whoever loses one provider to another caller goes on to the next.</summary>
    private const int SpareTries = 4;

    /// <summary>
    /// Holds a time for a patient, or finds the hold that this call has for it already. A hold of the same call and patient at
    /// another time is replaced.
    /// </summary>
    /// <returns>
    /// The answer to give, remembered for the tool call: the same bytes for every delivery of it, also where the first one was
    /// refused and the refusal remembered.
    /// </returns>
    public async Task<Result<StoredAnswer, ClaimRefusal>> ClaimAsync(OrgContext context, ClaimRequest request, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ClaimOnceAsync(context, request, ct);
            }
            catch (PostgresException e) when (e.SqlState == LostRace)
            {
                if (attempt == request.ProviderIds.Count + SpareTries)
                    return ClaimRefusal.Taken;
            }
            catch (PostgresException e) when (
                e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure && attempt < SpareTries)
            {
                // Nothing has happened and nobody knows yet whether the time is free: never an answer, so the last one rises.
            }
        }
    }

    /// <summary>Makes a live hold an appointment without a code: where the clinic asks for none, or where staff vouch.</summary>
    /// <param name="how">For the audit row: <c>no_code_required</c> or <c>by_staff</c>.</param>
    public Task<Result<Confirmation, HoldRefusal>> ConfirmAsync(OrgContext context, Hold hold, string how, CancellationToken ct) =>
        ConfirmAsync(context, hold, challengeId: null, how, ct);

    /// <exception cref="PostgresException">With <see cref="ChallengeClosed"/>: nothing was changed.</exception>
    internal async Task<Result<Confirmation, HoldRefusal>> ConfirmAsync(OrgContext context, Hold hold, Guid? challengeId, string how, CancellationToken ct)
    {
        var outcome = await db.CallAsync(
            context,
            "select outcome from confirm_hold($1, $2, $3, $4, $5, $6, $7)",
            [Text(context.Actor.ToString()), Text(context.CallId), Text(context.ToolCallId), Uuid(hold.Id), Uuid(challengeId), Text(how)],
            row => row.GetString(0),
            ct);
        if (outcome == "confirmed")
            activity.Touch(context.Org, ActivityTopics.Holds | ActivityTopics.Codes);
        return outcome switch
        {
            "confirmed" => new Confirmation(hold with { Status = BookingStatus.Booked, ExpiresAt = null }, IsNew: true),
            "already_confirmed" => new Confirmation(hold, IsNew: false),
            "hold_expired" => HoldRefusal.Expired,
            _ => HoldRefusal.NotFound,
        };
    }

    /// <summary>Gives a hold back. Its code stops working.</summary>
    public async Task<ReleaseRefusal?> ReleaseAsync(OrgContext context, Guid holdId, CancellationToken ct)
    {
        var outcome = await db.CallAsync(
            context,
            "select outcome from release_hold($1, $2, $3, $4, $5)",
            [Text(context.Actor.ToString()), Text(context.CallId), Text(context.ToolCallId), Uuid(holdId)],
            row => row.GetString(0),
            ct);
        if (outcome == "released")
            activity.Touch(context.Org, ActivityTopics.Holds);
        return outcome switch
        {
            "released" => null,
            "already_confirmed" => ReleaseRefusal.AlreadyConfirmed,
            _ => ReleaseRefusal.NotFound,
        };
    }

    /// <summary>Leaves a hold to the clinic's people. It keeps its place until it lapses.</summary>
    /// <returns>Until when; none when the hold is not live any more.</returns>
    public async Task<Instant?> HandToStaffAsync(OrgContext context, Guid holdId, string reason, CancellationToken ct)
    {
        var until = await db.CallAsync(
            context,
            "select expires_at from hand_hold_to_staff($1, $2, $3, $4, $5, $6)",
            [Text(context.Actor.ToString()), Text(context.CallId), Text(context.ToolCallId), Uuid(holdId), Text(reason)],
            row => row.IsDBNull(0) ? (Instant?)null : row.GetFieldValue<Instant>(0),
            ct);
        activity.Touch(context.Org, ActivityTopics.Holds);
        return until;
    }

    private async Task<Result<StoredAnswer, ClaimRefusal>> ClaimOnceAsync(OrgContext context, ClaimRequest request, CancellationToken ct)
    {
        var (outcome, code, answer) = await db.CallAsync(
            context,
            "select outcome, code, answer from claim_slot($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
            [
                Long(request.ClinicVersion),
                Text(context.Actor.ToString()), Text(context.CallId), Text(context.ToolCallId),
                Uuids(request.ProviderIds),
                Texts(request.Answers),
                Uuid(request.ServiceId), At(request.Start), At(request.End), At(request.BlockedFrom), At(request.BlockedTo),
                Uuid(Guid.CreateVersion7()),
                Span(request.HoldLength),
                Text(request.Patient.Value), Text(request.Phone.E164),
                Int(request.Capacity),
                Text(request.RoomType),
            ],
            row => (row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)),
            ct);
        if (outcome == "held")
            activity.Touch(context.Org, ActivityTopics.Holds);
        return outcome switch
        {
            "held" or "same" or "replayed" when code is not null && answer is not null => new StoredAnswer(code, answer),
            "taken" => ClaimRefusal.Taken,
            "already_booked" => ClaimRefusal.AlreadyBooked,
            "call_ended" => ClaimRefusal.CallEnded,
            "stale" => ClaimRefusal.RulesChanged,
            _ => throw new InvalidOperationException($"claim_slot answered {outcome}."),
        };
    }
}
