using System.Security.Cryptography;
using Npgsql;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Verification;

/// <summary>Checks a code and, when it matches, makes the hold an appointment in the same transaction.</summary>
public sealed class CodeVerifier
{
    private readonly OrgDb _db;
    private readonly BookingService _bookings;
    private readonly CodeMac _mac;
    private readonly OtpCeilings _ceilings;
    private readonly ActivityNotifier _activity;

    public CodeVerifier(OrgDb db, BookingService bookings, KeyRing keys, OtpCeilings ceilings, ActivityNotifier activity) =>
        (_db, _bookings, _mac, _ceilings, _activity) = (db, bookings, new CodeMac(keys), ceilings, activity);

    /// <summary>Spends one guess, committed before the code is compared, so that a crash never gives a free one.</summary>
    public async Task<Result<Confirmation, VerifyRefusal>> VerifyAsync(OrgContext context, Hold hold, SpokenCode code, string? callerPhone, CancellationToken ct)
    {
        if (hold.IsAppointment)
            return new Confirmation(hold, IsNew: false);

        var guess = await SpendAsync(context, hold.Id, callerPhone, ct);
        switch (guess.Outcome)
        {
            case "guess":
                break;
            case "verified":
                return await ConfirmAsync(context, hold, null, ct);
            case "locked":
                await AuditAsync(context, hold.Id, "locked", ct);
                return new VerifyRefusal(VerifyRefusalKind.Locked, HeldUntil: hold.ExpiresAt);
            case "ceiling":
                await AuditAsync(context, hold.Id, "ceiling", ct);
                return new VerifyRefusal(VerifyRefusalKind.Locked, HeldUntil: await _bookings.HandToStaffAsync(context, hold.Id, "too_many_guesses", ct));
            default:
                await AuditAsync(context, hold.Id, "no_code", ct);
                return new VerifyRefusal(VerifyRefusalKind.NoCode);
        }

        if (IsRight(guess, code))
            return await ConfirmAsync(context, hold, guess.ChallengeId, ct);

        var state = await _db.CallAsync(
            context,
            "select reject_guess($1, $2, $3, $4, $5, $6, $7, $8)",
            [
                Text(context.Actor.ToString()), Text(context.CallId), Text(context.ToolCallId), Uuid(hold.Id), Uuid(guess.ChallengeId),
                Int(guess.Attempt), Int(guess.MaxAttempts),
            ],
            row => row.GetString(0),
            ct);
        _activity.Touch(context.Org, ActivityTopics.Codes | ActivityTopics.Holds);
        return state == "locked"
            ? new VerifyRefusal(VerifyRefusalKind.Locked, HeldUntil: hold.ExpiresAt)
            : new VerifyRefusal(VerifyRefusalKind.Wrong, AttemptsLeft: guess.MaxAttempts - guess.Attempt);
    }

    private async Task<Result<Confirmation, VerifyRefusal>> ConfirmAsync(OrgContext context, Hold hold, Guid? challengeId, CancellationToken ct)
    {
        try
        {
            var confirmed = await _bookings.ConfirmAsync(context, hold, challengeId, "by_code", ct);
            if (confirmed.TryGet(out var confirmation, out var refusal))
                return confirmation;
            await AuditAsync(context, hold.Id, "hold_expired", ct);
            return new VerifyRefusal(refusal == HoldRefusal.Expired ? VerifyRefusalKind.HoldExpired : VerifyRefusalKind.HoldNotFound);
        }
        catch (PostgresException e) when (e.SqlState == BookingService.ChallengeClosed)
        {
            return new VerifyRefusal(VerifyRefusalKind.Locked, HeldUntil: hold.ExpiresAt);
        }
    }

    // Every live code is compared, in fixed time, whether or not an earlier one matched.
    private bool IsRight(Guess guess, SpokenCode code)
    {
        var isRight = false;
        for (var i = 0; i < guess.Macs.Length; i++)
        {
            var mac = _mac.Of(guess.KeyIds[i], guess.ChallengeId, guess.Generations[i], code.Digits);
            isRight |= CryptographicOperations.FixedTimeEquals(mac, guess.Macs[i]);
        }
        return isRight;
    }

    private Task<Guess> SpendAsync(OrgContext context, Guid holdId, string? callerPhone, CancellationToken ct) => _db.CallAsync(
        context,
        "select outcome, challenge_id, attempts, max_attempts, generations, key_ids, macs from spend_attempt($1, $2, $3, $4, $5)",
        [Uuid(holdId), Text(callerPhone), Int(_ceilings.WrongGuessesPerPhoneAndDay), Int(_ceilings.WrongGuessesPerCallerAndDay)],
        row => row.GetString(0) == "guess"
            ? new Guess(
                "guess", row.GetGuid(1), row.GetInt32(2), row.GetInt32(3),
                row.GetFieldValue<int[]>(4), row.GetFieldValue<string[]>(5), row.GetFieldValue<byte[][]>(6))
            : new Guess(row.GetString(0), default, 0, 0, [], [], []),
        ct);

    private async Task AuditAsync(OrgContext context, Guid holdId, string outcome, CancellationToken ct)
    {
        await _db.CallAsync(
            context,
            "select audit_verification($1, $2, $3, $4, $5, $6)",
            [Text(context.Actor.ToString()), Text(context.CallId), Text(context.ToolCallId), Uuid(holdId), Text(outcome)],
            _ => true,
            ct);
        _activity.Touch(context.Org, ActivityTopics.Codes);
    }

    private sealed record Guess(string Outcome, Guid ChallengeId, int Attempt, int MaxAttempts, int[] Generations, string[] KeyIds, byte[][] Macs);
}
