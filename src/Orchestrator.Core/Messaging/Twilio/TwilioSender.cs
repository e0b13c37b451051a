using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Orchestrator.Core.Messaging.Twilio;

/// <summary>
/// What both adapters do around one request: ask the credential's breaker, keep the time budget, repeat at most once and only
/// what was provably not processed, and say how it ended.
/// </summary>
internal sealed partial class TwilioSender(SendBreakers breakers, IOptions<TwilioOptions> options, TimeProvider time, ILogger<TwilioSender> logger)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly TwilioOptions _options = options.Value;
    private readonly ConcurrentDictionary<string, bool> _keepsRetention = new(StringComparer.Ordinal);

    /// <summary>Makes one request; told whether to ask for minimal retention.</summary>
    public delegate Task<SendAttempt> Attempt(bool minimizesRetention, CancellationToken ct);

    public async Task<SmsSendResult> SendAsync(TwilioCredential credential, Guid dispatchId, Attempt attempt, CancellationToken ct)
    {
        if (ct.IsCancellationRequested)
            return new SmsSendResult.NotSent("ended before it left", null);
        var breaker = breakers.For(credential.VersionId);
        if (!breaker.TryEnter(out var wait))
        {
            Log.Paused(logger, dispatchId, credential.VersionId);
            return new SmsSendResult.NotSent("paused after repeated failures", wait);
        }

        var verdict = BreakerVerdict.Failing;
        try
        {
            var ended = await SendWithinBudgetAsync(credential, attempt, ct);
            var result = SendVerdict.Of(ended);
            verdict = Judge(ended, result, ct);
            Report(dispatchId, credential, result);
            return result;
        }
        finally
        {
            breaker.Leave(verdict);
        }
    }

    private async Task<SendAttempt> SendWithinBudgetAsync(TwilioCredential credential, Attempt attempt, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        using var budget = new CancellationTokenSource(_options.SendTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, budget.Token);

        var minimizes = _options.MinimizeRetention && !_keepsRetention.ContainsKey(credential.AccountSid);
        var first = await attempt(minimizes, either.Token);
        var result = SendVerdict.Of(first);
        TimeSpan delay;
        if (minimizes && IsRetentionRefusal(result))
        {
            _keepsRetention[credential.AccountSid] = true;
            (minimizes, delay) = (false, TimeSpan.Zero);
        }
        else if (result is SmsSendResult.NotSent unsent && (unsent.RetryAfter ?? _options.RepeatDelay) is var asked && asked <= LongestWait)
            delay = asked;
        else
            return first;

        // A repeat that could not even connect in time would turn a sure "not sent" into a "nobody knows".
        if (time.GetElapsedTime(started) + delay + _options.ConnectTimeout > _options.SendTimeout)
            return first;
        await Task.Delay(delay, time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return either.IsCancellationRequested ? first : await attempt(minimizes, either.Token);
    }

    private static bool IsRetentionRefusal(SmsSendResult result) =>
        result is SmsSendResult.Refused { ErrorCode: { } code } && TwilioErrors.Find(code) is { Class: TwilioErrorClass.RetryWithoutOption };

    /// <summary>An answer that decided something is a sign of health, a 429 included.</summary>
    private static BreakerVerdict Judge(SendAttempt ended, SmsSendResult result, CancellationToken ct) =>
        ended is SendAttempt.Answered && result is not SmsSendResult.Unknown ? BreakerVerdict.Healthy
        : ct.IsCancellationRequested ? BreakerVerdict.None
        : BreakerVerdict.Failing;

    private void Report(Guid dispatchId, TwilioCredential credential, SmsSendResult result)
    {
        switch (result)
        {
            case SmsSendResult.Accepted:
                Log.Accepted(logger, dispatchId);
                break;
            case SmsSendResult.Refused refused when TwilioErrors.OfRefusal(refused.HttpStatus, refused.ErrorCode) is { NeedsAlarm: true } error:
                Log.RefusedForAll(logger, dispatchId, refused.HttpStatus, refused.ErrorCode, credential.VersionId, error.Staff);
                break;
            case SmsSendResult.Refused refused:
                Log.Refused(logger, dispatchId, refused.HttpStatus, refused.ErrorCode);
                break;
            case SmsSendResult.NotSent notSent:
                Log.NotSent(logger, dispatchId, notSent.Reason);
                break;
            case SmsSendResult.Unknown unknown:
                Log.Unknown(logger, dispatchId, unknown.Reason, unknown.HttpStatus);
                break;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Twilio took text {DispatchId}.")]
        public static partial void Accepted(ILogger logger, Guid dispatchId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio refused text {DispatchId}: HTTP {HttpStatus}, code {ErrorCode}.")]
        public static partial void Refused(ILogger logger, Guid dispatchId, int httpStatus, int? errorCode);

        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "Twilio refused text {DispatchId} and will refuse others: HTTP {HttpStatus}, code {ErrorCode}, credential {CredentialVersion}. {Explanation}")]
        public static partial void RefusedForAll(
            ILogger logger, Guid dispatchId, int httpStatus, int? errorCode, Guid credentialVersion, string explanation);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Text {DispatchId} was not sent: {Reason}.")]
        public static partial void NotSent(ILogger logger, Guid dispatchId, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody knows whether text {DispatchId} was sent: {Reason} (HTTP {HttpStatus}).")]
        public static partial void Unknown(ILogger logger, Guid dispatchId, string reason, int? httpStatus);

        [LoggerMessage(Level = LogLevel.Error, Message = "Text {DispatchId} was not tried: Twilio keeps failing for credential {CredentialVersion}.")]
        public static partial void Paused(ILogger logger, Guid dispatchId, Guid credentialVersion);
    }
}
