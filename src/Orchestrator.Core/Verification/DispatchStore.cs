using NodaTime;
using Npgsql;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Contacts;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Verification;

/// <summary>The states of challenges and dispatches, as verification.sql moves them: each method is one transaction.</summary>
public sealed class DispatchStore
{
    private const int MaxTries = 4;

    private readonly OrgDb _db;
    private readonly CodeMac _mac;
    private readonly OtpCeilings _ceilings;
    private readonly TimeProvider _time;
    private readonly ActivityNotifier _activity;

    public DispatchStore(OrgDb db, Credentials.KeyRing keys, OtpCeilings ceilings, TimeProvider time, ActivityNotifier activity) =>
        (_db, _mac, _ceilings, _time, _activity) = (db, new CodeMac(keys), ceilings, time, activity);

    /// <summary>
    /// Makes a code and a prepared dispatch for it, if the hold, the cooldown and the ceilings allow one. A phone that gets no
    /// texts is called instead, or refused before anything is written.
    /// </summary>
    /// <param name="mayCall">Whether this organization's codes may be said in a call.</param>
    public async Task<Result<PreparedDispatch, SendRefusal>> PrepareAsync(
        OrgContext context, OtpPolicy policy, Guid holdId, string? callerPhone, SmsCredential credential, bool mayCall, CancellationToken ct)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var (challenge, generation, target) = await _db.CallAsync(
                context,
                "select challenge_id, next_generation, phone, trouble from open_challenge($1, $2)",
                [Uuid(holdId)],
                row => (
                    row.IsDBNull(0) ? Guid.CreateVersion7() : row.GetGuid(0),
                    row.IsDBNull(1) ? 1 : row.GetInt32(1),
                    row.IsDBNull(2) ? null : new CodeTarget(row.GetString(2), row.IsDBNull(3) ? null : Enum.Parse<SmsReason>(row.GetString(3)))),
                ct);
            var channel = target is null ? CodeChannel.Text : target.ChannelFor(credential, callerPhone, mayCall);
            if (channel is null)
                return new SendRefusal(SendRefusalKind.CannotReceive);
            if (context.Actor.Kind != ActorKind.Staff && target?.Refusal is { } noUse)
                return new SendRefusal(noUse);
            var code = CodeMac.NewCode(policy.Digits);
            // Random through and through: it stands in the status callback's address.
            var dispatch = Guid.NewGuid();
            var answer = await _db.CallAsync(
                context,
                "select outcome, phone, code_expires_at, next_send_at, last_sent_at from prepare_dispatch("
                + "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
                [
                    Text(context.Actor.ToString()), Text(context.CallId), Text(context.ToolCallId), Uuid(holdId), Text(callerPhone),
                    Uuid(dispatch), Uuid((credential as TwilioCredential)?.VersionId), Text(_mac.KeyId),
                    Bytes(_mac.Of(_mac.KeyId, challenge, generation, code)), Uuid(challenge), Int(generation),
                    Span(policy.Life), Span(policy.Cooldown), Int(policy.MaxAttempts), Int(policy.MaxSends),
                    Int(_ceilings.SendsPerPhoneAndHour), Int(_ceilings.SendsPerPhoneAndDay), Int(_ceilings.SendsPerCallerAndHour),
                    Int(_ceilings.SendsPerOrganizationAndHour),
                ],
                Read,
                ct);
            if (answer.Outcome == "retry")
                continue;
            if (answer.Outcome != "prepared")
                return Refuse(answer);
            _activity.Touch(context.Org, ActivityTopics.Codes);
            if (!PhoneNumber.TryParseE164(answer.Phone, out var phone))
                return new SendRefusal(SendRefusalKind.BadNumber);
            return new PreparedDispatch(
                dispatch, generation, channel.Value, code, phone, answer.CodeExpiresAt, answer.CodeExpiresAt - _time.GetCurrentInstant(), policy.Cooldown);
        }
        // Somebody else has just sent one for this hold each time we looked.
        return new SendRefusal(SendRefusalKind.Cooldown, policy.Cooldown);
    }

    /// <summary>False when the dispatch was settled as abandoned meanwhile; then nothing may leave.</summary>
    public Task<bool> StartAsync(OrgContext context, PreparedDispatch dispatch, CancellationToken ct) => _db.CallAsync(
        context,
        "select start_dispatch($1, $2, $3)",
        [Uuid(dispatch.Id), Text(SnakeCaseEnumConverter<CodeChannel>.ToName(dispatch.Channel))],
        row => row.GetBoolean(0),
        ct);

    /// <summary>Records how a send ended; changes nothing where a callback has told already.</summary>
    public async Task FinishAsync(OrgContext context, Guid dispatchId, SmsSendResult result, CancellationToken ct)
    {
        var (state, message, status, http, error, reason) = Columns(result);
        await _db.CallAsync(
            context,
            "select finish_dispatch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            [
                Text(context.Actor.ToString()), Text(context.CallId), Text(context.ToolCallId), Uuid(dispatchId),
                Text(SnakeCaseEnumConverter<DispatchState>.ToName(state)), Text(message), Text(status), Int(http), Int(error), Text(reason),
            ],
            _ => true,
            ct);
        _activity.Touch(context.Org, ActivityTopics.Codes);
    }

    private static (DispatchState State, string? Message, string? Status, int? Http, int? Error, string? Reason) Columns(SmsSendResult result) => result switch
    {
        SmsSendResult.Accepted accepted => (DispatchState.Accepted, accepted.MessageId, accepted.Status, null, null, null),
        SmsSendResult.Refused refused => (DispatchState.Refused, null, null, refused.HttpStatus, refused.ErrorCode, refused.Class.ToString()),
        SmsSendResult.NotSent notSent => (DispatchState.Refused, null, null, null, null, notSent.Reason),
        SmsSendResult.Unknown unknown => (DispatchState.Unknown, null, null, unknown.HttpStatus, null, unknown.Reason),
        _ => throw new InvalidOperationException("A send has four ends."),
    };

    private static Prepared Read(NpgsqlDataReader row) => new(
        row.GetString(0),
        row.IsDBNull(1) ? null : row.GetString(1),
        row.IsDBNull(2) ? default : row.GetFieldValue<Instant>(2),
        row.IsDBNull(3) ? default : row.GetFieldValue<Instant>(3),
        row.IsDBNull(4) ? default : row.GetFieldValue<Instant>(4));

    private SendRefusal Refuse(Prepared answer)
    {
        var now = _time.GetCurrentInstant();
        return answer.Outcome switch
        {
            "hold_expired" => new SendRefusal(SendRefusalKind.HoldExpired),
            "already_confirmed" => new SendRefusal(SendRefusalKind.AlreadyConfirmed),
            "locked" => new SendRefusal(SendRefusalKind.Locked),
            "cooldown" => new SendRefusal(SendRefusalKind.Cooldown, Later(answer.NextSendAt - now), Later(now - answer.LastSentAt)),
            "no_more_sends" or "ceiling" => new SendRefusal(SendRefusalKind.NeedsStaff),
            _ => new SendRefusal(SendRefusalKind.HoldNotFound),
        };
    }

    private static Duration Later(Duration span) => Duration.Max(span, Duration.FromSeconds(1));

    private sealed record Prepared(string Outcome, string? Phone, Instant CodeExpiresAt, Instant NextSendAt, Instant LastSentAt);
}
