using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Vapi.Authentication;
using Orchestrator.Web.Vapi.Tools;

namespace Orchestrator.Web.Vapi;

/// <summary>
/// The webhook: prove who calls, read the message, answer. Nothing is executed before the credential and every id in the
/// message agree on one organization, and nobody sees an exception.
/// </summary>
internal sealed partial class VapiEndpoint(
    VapiAuthenticator authenticator,
    StrangerBudget strangers,
    OrgBudget budget,
    ToolDispatcher tools,
    CallMessageHandler messages,
    UnverifiedBodyGate gate,
    IOptions<VapiOptions> options,
    TimeProvider time,
    IVapiMetrics metrics,
    ILogger<VapiEndpoint> logger)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    private readonly TimeSpan _bodyDeadline = options.Value.BodyDeadline;

    public async Task HandleAsync(HttpContext http)
    {
        try
        {
            await AnswerAsync(http);
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

    private async ValueTask AnswerAsync(HttpContext http)
    {
        var began = time.GetTimestamp();
        var credential = PresentedCredential.Read(http.Request.Headers);
        var signature = default(RequestSignature);
        Verdict? verdict;
        if (credential.IsNone)
            verdict = Verdict.Rejected(RejectionReason.NoCredential);
        else if (credential.Secret is { } secret)
            verdict = await VerifyAsync(authenticator.VerifySecretAsync(secret, CancellationToken.None));
        else
            verdict = RequestSignature.TryRead(credential, time.GetUtcNow(), out signature) is { } reason ? Verdict.Rejected(reason) : null;

        if (verdict?.Rejection is { } early)
        {
            Reject(http, early);
            return;
        }

        if (IsEncoded(http.Request))
        {
            VapiReplies.Refuse(http.Response, StatusCodes.Status415UnsupportedMediaType, """{"error":"encoding"}"""u8);
            return;
        }

        var (body, status) = await RequestBody.ReadAsync(
            http, signature.SignedPrefix ?? [], verdict is null ? gate : null, _bodyDeadline, time);
        if (body is null)
        {
            RefuseBody(http, status);
            return;
        }

        using (body)
        {
            if (credential.Secret is null)
            {
                verdict = await VerifyAsync(authenticator.VerifySignatureAsync(
                    signature, body.Signed, SignerHint.Read(body.Json.Span), CancellationToken.None));
            }

            if (verdict?.Rejection is { } late)
                Reject(http, late);
            else
                await AnswerAsync(http, body, verdict?.Org, began);
        }
    }

    /// <param name="http">The request.</param>
    /// <param name="body">Its body.</param>
    /// <param name="org">Whose message it is; null while credentials cannot be looked up.</param>
    /// <param name="began">When it arrived.</param>
    private async ValueTask AnswerAsync(HttpContext http, RequestBody body, OrgId? org, long began)
    {
        using var document = Parse(body);
        var message = document is null ? default : document.RootElement.Get("message"u8);
        if (message.ValueKind is not JsonValueKind.Object || !MessageKinds.TryRead(message.Get("type"u8), out var kind))
        {
            RefuseBody(http, StatusCodes.Status400BadRequest);
            return;
        }

        if (org is { } proven)
        {
            try
            {
                if (await authenticator.FindForeignAsync(proven, ClaimedIds.Read(message), CancellationToken.None) is { } foreign)
                {
                    Reject(http, foreign);
                    return;
                }
            }
            catch (Exception fault)
            {
                Log.CredentialsUnknown(logger, fault);
                org = null;
            }
        }

        if (kind is MessageKind.ToolCalls)
            await AnswerToolsAsync(http, message, org);
        else if (org is { } owner)
            await messages.AnswerAsync(http.Response, kind, message, owner);
        else
            CallMessageHandler.AnswerUnavailable(http.Response, kind);
        metrics.MessageAnswered(kind.Label(), time.GetElapsedTime(began));
    }

    private async ValueTask AnswerToolsAsync(HttpContext http, JsonElement message, OrgId? org)
    {
        if (!ToolCallReader.TryRead(message, out var calls, out var nameless))
        {
            RefuseBody(http, StatusCodes.Status400BadRequest);
            return;
        }

        if (nameless > 0)
            Log.Nameless(logger, nameless);
        ToolAnswer[] answers;
        if (org is { } owner && budget.TrySpend(owner))
        {
            answers = await tools.RunAsync(owner, calls, CallFactsReader.Read(message));
        }
        else
        {
            answers = new ToolAnswer[calls.Count];
            Array.Fill(answers, Refusals.TemporarilyUnavailable);
        }

        VapiReplies.Results(http.Response, calls, answers);
    }

    /// <summary>Null where the look-up itself failed: then nobody is refused and nothing is done.</summary>
    private async ValueTask<Verdict?> VerifyAsync(ValueTask<Verdict> verifying)
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

    private void Reject(HttpContext http, RejectionReason reason)
    {
        metrics.Rejected(reason);
        if (reason is RejectionReason.ForeignNumber or RejectionReason.ForeignAssistant)
        {
            Log.Rejected(logger, reason, http.Connection.RemoteIpAddress);
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else if (strangers.TrySpend(http.Connection.RemoteIpAddress))
        {
            Log.Rejected(logger, reason, http.Connection.RemoteIpAddress);
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            // Not logged: the lines before it say who, and a flood must not become one of the log.
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.Headers.RetryAfter = "60";
        }
    }

    private static void RefuseBody(HttpContext http, int status)
    {
        switch (status)
        {
            case StatusCodes.Status400BadRequest:
                VapiReplies.Refuse(http.Response, status, """{"error":"message"}"""u8);
                break;
            default:
                http.Response.StatusCode = status;
                http.Response.Headers.Connection = "close";
                break;
        }
    }

    private static JsonDocument? Parse(RequestBody body)
    {
        // The parser looks at text only when it is read.
        if (!Utf8.IsValid(body.Json.Span))
            return null;
        try
        {
            return JsonDocument.Parse(body.Json, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Vapi never compresses; whoever does could make ten megabytes out of ten kilobytes.</summary>
    private static bool IsEncoded(HttpRequest request)
    {
        var encoding = request.Headers.ContentEncoding;
        return encoding.Count > 0 && !(encoding.Count == 1 && string.Equals(encoding[0], "identity", StringComparison.OrdinalIgnoreCase));
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A webhook request from {RemoteAddress} was rejected: {Reason}.")]
        public static partial void Rejected(ILogger logger, RejectionReason reason, System.Net.IPAddress? remoteAddress);

        [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "Credentials could not be looked up; nothing was executed.")]
        public static partial void CredentialsUnknown(ILogger logger, Exception fault);

        [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "A webhook request failed.")]
        public static partial void Failed(ILogger logger, Exception fault);

        [LoggerMessage(EventId = 4, Level = LogLevel.Debug, Message = "The caller of the webhook left before its answer.")]
        public static partial void CallerLeft(ILogger logger);

        [LoggerMessage(EventId = 5, Level = LogLevel.Warning, Message = "{Count} tool calls had no usable id and could not be answered.")]
        public static partial void Nameless(ILogger logger, int count);
    }
}
