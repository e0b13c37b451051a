using System.Text.Json;
using System.Text.Unicode;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Vapi.Authentication;

namespace Orchestrator.Web.Vapi;

/// <summary>
/// Reads a message strictly, makes sure that every id in it belongs to the organization its sender has proven, and hands
/// it to whoever answers its type.
/// </summary>
internal sealed partial class VapiMessageRouter(
    VapiAuthenticator authenticator,
    Rejections rejections,
    ToolMessageHandler tools,
    CallMessageHandler calls,
    IVapiMetrics metrics,
    IWebhookPulse pulse,
    TimeProvider time,
    ILogger<VapiMessageRouter> logger)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <param name="http">Where the answer goes.</param>
    /// <param name="body">The message's envelope.</param>
    /// <param name="org">Whose message it is; null while credentials cannot be looked up.</param>
    /// <param name="began">When the request arrived.</param>
    public async ValueTask AnswerAsync(HttpContext http, RequestBody body, OrgId? org, long began)
    {
        using var document = Parse(body.Json);
        var message = document is null ? default : document.RootElement.Get("message"u8);
        if (message.ValueKind is not JsonValueKind.Object || !MessageKinds.TryRead(message.Get("type"u8), out var kind))
        {
            VapiReplies.NotAMessage(http.Response);
            return;
        }

        if (org is { } claimed)
        {
            var (foreign, isKnown) = await FindForeignAsync(claimed, message);
            if (foreign is { } reason)
            {
                rejections.Reject(http, reason);
                return;
            }

            if (!isKnown)
                org = null;
        }

        if (org is { } heard)
            pulse.Heard(heard);
        if (kind is MessageKind.ToolCalls)
            await tools.AnswerAsync(http, message, org);
        else if (org is { } proven)
            await calls.AnswerAsync(http.Response, kind, message, proven);
        else
            CallMessageHandler.AnswerUnavailable(http.Response, kind);
        metrics.MessageAnswered(kind.Label(), time.GetElapsedTime(began));
    }

    private async ValueTask<(RejectionReason? Foreign, bool IsKnown)> FindForeignAsync(OrgId org, JsonElement message)
    {
        try
        {
            return (await authenticator.FindForeignAsync(org, ClaimedIds.Read(message), CancellationToken.None), true);
        }
        catch (Exception fault)
        {
            Log.OwnersUnknown(logger, fault);
            return (null, false);
        }
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> json)
    {
        // The parser looks at text only when it is read.
        if (!Utf8.IsValid(json.Span))
            return null;
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // Half a character in a property's name: its twin cannot be looked for.
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Owners of numbers and assistants could not be looked up; nothing was executed.")]
        public static partial void OwnersUnknown(ILogger logger, Exception fault);
    }
}
