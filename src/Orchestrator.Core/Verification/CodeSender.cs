using Microsoft.Extensions.Logging;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Contacts;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Telemetry;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Verification;

/// <summary>
/// Texts a code for a hold: credential first, then the dispatch is prepared and committed, then one request leaves, then its
/// end is recorded. Never a transaction open across the request; never "sent" without the provider's message id.
/// </summary>
public sealed partial class CodeSender(
    DispatchStore store,
    BookingService bookings,
    ISmsCredentials credentials,
    SmsSender sender,
    VoiceCodeOptions voice,
    TimeProvider time,
    ILogger<CodeSender> logger)
{
    /// <summary>The caller hears something within 4 s, the webhook's own time included; the request itself may take longer.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3.5);

    /// <param name="context">Whose hold, for the audit rows.</param>
    /// <param name="clinic">Its code policy, name and zone.</param>
    /// <param name="hold">As <see cref="HoldFinder"/> gave it.</param>
    /// <param name="callerPhone">The caller's own number in E.164, for the ceiling per caller; none where withheld.</param>
    /// <param name="ct">Ends the waiting, never a request that has left.</param>
    public async Task<Result<CodeDispatched, SendRefusal>> SendAsync(OrgContext context, Clinic clinic, Hold hold, string? callerPhone, CancellationToken ct)
    {
        if (await credentials.FindAsync(context, ct) is not { } credential)
        {
            Log.NotConfigured(logger);
            var until = await bookings.HandToStaffAsync(context, hold.Id, "no_sms_credential", ct);
            return new SendRefusal(SendRefusalKind.NotConfigured, HeldUntil: until);
        }

        var prepared = await store.PrepareAsync(context, clinic.Otp, hold.Id, callerPhone, credential, voice.IsFor(clinic.Slug), ct);
        if (!prepared.TryGet(out var dispatch, out var refusal))
        {
            return await LeaveToStaffAsync(context, hold.Id, refusal, ct);
        }

        var sending = DispatchAsync(context, clinic, credential, hold.Id, dispatch);
        if (await Task.WhenAny(sending, Task.Delay(AnswerWithin, time, ct)) != sending)
        {
            Log.StillSending(logger, dispatch.Id);
            return Describe(dispatch, isAccepted: false);
        }
        return await sending;
    }

    private async Task<Result<CodeDispatched, SendRefusal>> DispatchAsync(
        OrgContext context, Clinic clinic, SmsCredential credential, Guid holdId, PreparedDispatch dispatch)
    {
        // Its own life: what has left is followed to its end and recorded, whoever has hung up meanwhile.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(11), time);
        try
        {
            if (!await store.StartAsync(context, dispatch, limit.Token))
                return new SendRefusal(SendRefusalKind.NotSent);
            var started = time.GetTimestamp();
            var result = await sender.SendAsync(context, credential, Write(clinic, dispatch), limit.Token);
            var elapsed = time.GetElapsedTime(started);
            if (elapsed > OrchestratorMetrics.SlowText)
                Log.Slow(logger, dispatch.Id, elapsed.TotalMilliseconds);
            await store.FinishAsync(context, dispatch.Id, result, CancellationToken.None);
            var answer = Answer(dispatch, result);
            return answer.IsSuccess ? answer : await LeaveToStaffAsync(context, holdId, answer.Refusal, CancellationToken.None);
        }
        catch (Exception e)
        {
            // The row stays in flight and is settled as unknown by the sweep; the code stays good.
            Log.Failed(logger, e, dispatch.Id);
            return Describe(dispatch, isAccepted: false);
        }
    }

    /// <summary>Whoever hears that staff will confirm must stand before them, or the end of the call would give the time away.</summary>
    private async Task<SendRefusal> LeaveToStaffAsync(OrgContext context, Guid holdId, SendRefusal refusal, CancellationToken ct)
    {
        var reason = refusal.Kind switch
        {
            SendRefusalKind.NeedsStaff => "no_more_codes",
            SendRefusalKind.NotConfigured or SendRefusalKind.Refused => "text_refused",
            SendRefusalKind.OptedOut => "text_blocked",
            SendRefusalKind.HoldNotFound or SendRefusalKind.HoldExpired or SendRefusalKind.AlreadyConfirmed or SendRefusalKind.Cooldown
                or SendRefusalKind.Locked or SendRefusalKind.BadNumber or SendRefusalKind.CannotReceive or SendRefusalKind.NotSent => null,
        };
        return reason is null ? refusal : refusal with { HeldUntil = await bookings.HandToStaffAsync(context, holdId, reason, ct) };
    }

    private static SmsMessage Write(Clinic clinic, PreparedDispatch dispatch) => dispatch.Channel switch
    {
        CodeChannel.Text => Message(SmsKind.Code, CodeMessage.Write(clinic, dispatch.Code, dispatch.ExpiresAt), dispatch),
        CodeChannel.Voice => Message(SmsKind.SpokenCode, CodeMessage.Speak(clinic, dispatch.Code), dispatch) with { Language = clinic.Locale.Name },
    };

    private static SmsMessage Message(SmsKind kind, string words, PreparedDispatch dispatch) =>
        new(kind, dispatch.Phone, words, dispatch.Id, dispatch.Life.ToTimeSpan(), dispatch.Generation);

    private static Result<CodeDispatched, SendRefusal> Answer(PreparedDispatch dispatch, SmsSendResult result) => result switch
    {
        SmsSendResult.Accepted => Describe(dispatch, isAccepted: true),
        SmsSendResult.Unknown => Describe(dispatch, isAccepted: false),
        SmsSendResult.NotSent => new SendRefusal(SendRefusalKind.NotSent),
        SmsSendResult.Refused refused => new SendRefusal(KindOf(refused.Class)),
        _ => throw new InvalidOperationException("A send has four ends."),
    };

    private static SendRefusalKind KindOf(SmsRefusalClass refused) => refused switch
    {
        SmsRefusalClass.BadNumber => SendRefusalKind.BadNumber,
        SmsRefusalClass.CannotReceive => SendRefusalKind.CannotReceive,
        SmsRefusalClass.OptedOut => SendRefusalKind.OptedOut,
        SmsRefusalClass.Account => SendRefusalKind.NotConfigured,
        SmsRefusalClass.Other => SendRefusalKind.Refused,
    };

    private static CodeDispatched Describe(PreparedDispatch dispatch, bool isAccepted) =>
        new(isAccepted, dispatch.Phone.LastTwo, dispatch.ExpiresAt, dispatch.ResendAfter, dispatch.Channel);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "No text-message credential works for this organization; its staff must confirm holds.")]
        public static partial void NotConfigured(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Dispatch {DispatchId} is still unanswered; the caller was told that it may take a moment.")]
        public static partial void StillSending(ILogger logger, Guid dispatchId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Dispatch {DispatchId} took {ElapsedMs} ms.")]
        public static partial void Slow(ILogger logger, Guid dispatchId, double elapsedMs);

        [LoggerMessage(Level = LogLevel.Error, Message = "Dispatch {DispatchId} could not be followed to its end; it counts as unknown.")]
        public static partial void Failed(ILogger logger, Exception exception, Guid dispatchId);
    }
}
