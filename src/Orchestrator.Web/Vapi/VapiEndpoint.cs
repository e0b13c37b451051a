using Microsoft.Extensions.Options;
using Orchestrator.Web.Vapi.Authentication;

namespace Orchestrator.Web.Vapi;

/// <summary>
/// The webhook: prove who calls, read the body, have it answered. A secret is judged before the body is read; a signature
/// can only be judged after. Nobody sees an exception.
/// </summary>
internal sealed partial class VapiEndpoint(
    VapiAuthenticator authenticator,
    Rejections rejections,
    UnverifiedBodyGate gate,
    VapiMessageRouter router,
    IOptions<VapiOptions> options,
    TimeProvider time,
    ILogger<VapiEndpoint> logger)
{
    private readonly TimeSpan _bodyDeadline = options.Value.BodyDeadline;

    public async Task HandleAsync(HttpContext http)
    {
        try
        {
            var credential = PresentedCredential.Read(http.Request.Headers);
            if (credential.Secret is { } secret)
                await AnswerSecretAsync(http, secret);
            else if (credential.IsNone)
                rejections.Reject(http, RejectionReason.NoCredential);
            else if (RequestSignature.TryRead(credential, time.GetUtcNow(), out var signature) is { } reason)
                rejections.Reject(http, reason);
            else
                await AnswerSignedAsync(http, signature);
        }
        catch (Exception fault) when (http.RequestAborted.IsCancellationRequested || fault is IOException)
        {
            Log.CallerLeft(logger);
        }
        catch (Exception fault)
        {
            Log.Failed(logger, fault);
            if (!http.Response.HasStarted)
                VapiReplies.Acknowledge(http.Response);
        }
    }

    private async ValueTask AnswerSecretAsync(HttpContext http, string secret)
    {
        var began = time.GetTimestamp();
        var verdict = await JudgeAsync(authenticator.VerifySecretAsync(secret, CancellationToken.None));
        if (verdict?.Rejection is { } reason)
        {
            rejections.Reject(http, reason);
            return;
        }

        using var body = await ReadAsync(http, [], verdict is null ? gate : null);
        if (body is not null)
            await router.AnswerAsync(http, body, verdict?.Org, began);
    }

    private async ValueTask AnswerSignedAsync(HttpContext http, RequestSignature signature)
    {
        var began = time.GetTimestamp();
        using var body = await ReadAsync(http, signature.SignedPrefix, gate);
        if (body is null)
            return;

        var hint = SignerHint.Read(body.Json.Span);
        var verdict = await JudgeAsync(authenticator.VerifySignatureAsync(signature, body.Signed, hint, CancellationToken.None));
        if (verdict?.Rejection is { } reason)
            rejections.Reject(http, reason);
        else
            await router.AnswerAsync(http, body, verdict?.Org, began);
    }

    /// <summary>Null where the look-up itself failed: then nobody is refused and nothing is done.</summary>
    private async ValueTask<Verdict?> JudgeAsync(ValueTask<Verdict> verifying)
    {
        try
        {
            return await verifying;
        }
        catch (Exception fault)
        {
            Log.CredentialsUnknown(logger, fault);
            return null;
        }
    }

    /// <summary>Null where the body was refused, and the answer says so already.</summary>
    private async ValueTask<RequestBody?> ReadAsync(HttpContext http, byte[] prefix, UnverifiedBodyGate? unverified)
    {
        if (IsEncoded(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return null;
        }

        var (body, status) = await RequestBody.ReadAsync(http, prefix, unverified, _bodyDeadline, time);
        if (body is null)
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Connection = "close";
        }

        return body;
    }

    /// <summary>Vapi never compresses; whoever does could make ten megabytes out of ten kilobytes.</summary>
    private static bool IsEncoded(HttpRequest request)
    {
        var encoding = request.Headers.ContentEncoding;
        return encoding.Count > 0 && !(encoding.Count == 1 && string.Equals(encoding[0], "identity", StringComparison.OrdinalIgnoreCase));
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Credentials could not be looked up; nothing was executed.")]
        public static partial void CredentialsUnknown(ILogger logger, Exception fault);

        [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "A webhook request failed.")]
        public static partial void Failed(ILogger logger, Exception fault);

        [LoggerMessage(EventId = 3, Level = LogLevel.Debug, Message = "The caller of the webhook left before its answer.")]
        public static partial void CallerLeft(ILogger logger);
    }
}
