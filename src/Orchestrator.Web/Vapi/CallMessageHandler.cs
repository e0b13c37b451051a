using System.Text.Json;
using Microsoft.Extensions.Options;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Vapi;

/// <summary>Answers every message that is not a tool call.</summary>
internal sealed partial class CallMessageHandler(
    ICallEvents events, ICallRouting routing, IOptions<VapiOptions> options, TimeProvider time, ILogger<CallMessageHandler> logger)
{
    private const string NoAssistant = "Thank you for calling. We cannot take your call right now. Please try again later.";
    private const string NobodyToTransferTo = "I cannot put you through right now, but I can help you here.";
    private const string NoHandoff = "I cannot hand you over, but I can help you here.";

    public async ValueTask AnswerAsync(HttpResponse response, MessageKind kind, JsonElement message, OrgId org)
    {
        switch (kind)
        {
            case MessageKind.AssistantRequest:
                if ((await RouteAsync(org, message))?.AssistantId is { Length: > 0 } assistantId)
                    VapiReplies.Assistant(response, assistantId);
                else
                    VapiReplies.Error(response, NoAssistant);
                break;
            case MessageKind.TransferDestinationRequest:
                if ((await RouteAsync(org, message))?.TransferNumber is { Length: > 0 } number)
                    VapiReplies.Destination(response, number);
                else
                    VapiReplies.Error(response, NobodyToTransferTo);
                break;
            case MessageKind.StatusUpdate or MessageKind.Hang:
                await TellAsync(kind, message, org);
                VapiReplies.Acknowledge(response);
                break;
            case MessageKind.EndOfCallReport:
                // Unstored means unacknowledged. 503 for this type alone: the exported assistant has a backoff plan, and
                // Vapi drops a report that was answered 200.
                if (await TellAsync(kind, message, org))
                    VapiReplies.Acknowledge(response);
                else
                    response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            default:
                AnswerPlainly(response, kind);
                break;
        }
    }

    /// <summary>The answer while it cannot be known whose message this is.</summary>
    public static void AnswerUnavailable(HttpResponse response, MessageKind kind)
    {
        switch (kind)
        {
            case MessageKind.AssistantRequest:
                VapiReplies.Error(response, NoAssistant);
                break;
            case MessageKind.TransferDestinationRequest:
                VapiReplies.Error(response, NobodyToTransferTo);
                break;
            case MessageKind.EndOfCallReport:
                response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            default:
                AnswerPlainly(response, kind);
                break;
        }
    }

    private static void AnswerPlainly(HttpResponse response, MessageKind kind)
    {
        switch (kind)
        {
            case MessageKind.HandoffDestinationRequest:
                VapiReplies.Error(response, NoHandoff);
                break;
            case MessageKind.KnowledgeBaseRequest:
                VapiReplies.NoDocuments(response);
                break;
            case MessageKind.EndpointingRequest:
                VapiReplies.Endpointing(response);
                break;
            case MessageKind.CampaignPredial:
                VapiReplies.NotEligible(response);
                break;
            default:
                VapiReplies.Acknowledge(response);
                break;
        }
    }

    private async ValueTask<CallRoute?> RouteAsync(OrgId org, JsonElement message)
    {
        var facts = CallFactsReader.Read(message);
        var context = new OrgContext(org, Actor.Voice(facts.CallId), facts.CallId);
        using var scope = logger.BeginScope(new VapiLogScope(context));
        using var deadline = new CancellationTokenSource(options.Value.EventDeadline, time);
        try
        {
            return await routing.RouteOfAsync(context, deadline.Token).AsTask().WaitAsync(deadline.Token);
        }
        catch (Exception fault)
        {
            Log.RouteUnknown(logger, fault);
            return null;
        }
    }

    /// <summary>Passes the event on; false where it could not be stored.</summary>
    private async ValueTask<bool> TellAsync(MessageKind kind, JsonElement message, OrgId org)
    {
        var facts = CallFactsReader.Read(message);
        if (facts.CallId is null)
        {
            if (kind is MessageKind.EndOfCallReport)
                Log.ReportOfNoCall(logger);
            return true;
        }

        var context = new OrgContext(org, Actor.Voice(facts.CallId), facts.CallId);
        using var scope = logger.BeginScope(new VapiLogScope(context));
        using var deadline = new CancellationTokenSource(options.Value.EventDeadline, time);
        try
        {
            await TellAsync(kind, message, context, facts, deadline.Token).WaitAsync(deadline.Token);
            return true;
        }
        catch (Exception fault)
        {
            Log.EventLost(logger, kind.Label(), fault);
            return false;
        }
    }

    private Task TellAsync(MessageKind kind, JsonElement message, OrgContext context, CallFacts facts, CancellationToken ct)
    {
        if (kind is MessageKind.Hang)
            return events.StalledAsync(context, ct);
        if (kind is MessageKind.EndOfCallReport)
            return events.ReportedAsync(context, CallEventReader.ReadEnded(message, facts), CallReportReader.Read(message), ct);

        var status = message.Get("status"u8);
        if (status.ValueKind is not JsonValueKind.String)
            return Task.CompletedTask;
        if (status.ValueEquals("in-progress"u8))
            return events.StartedAsync(context, CallEventReader.ReadStarted(message, facts), ct);
        if (!status.ValueEquals("ended"u8))
            return Task.CompletedTask;

        if (CallEventReader.Reason(message) is { } reason && reason.StartsWith("assistant-request-", StringComparison.Ordinal))
            Log.AssistantRefused(logger, reason);
        return events.EndedAsync(context, CallEventReader.ReadEnded(message, facts), ct);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Where the organization's calls go could not be read.")]
        public static partial void RouteUnknown(ILogger logger, Exception fault);

        [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "A {MessageType} could not be stored.")]
        public static partial void EventLost(ILogger logger, string messageType, Exception fault);

        [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "Vapi did not accept our answer to its request for an assistant: {EndedReason}.")]
        public static partial void AssistantRefused(ILogger logger, string endedReason);

        [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "A closing report named no call; nothing of it was stored.")]
        public static partial void ReportOfNoCall(ILogger logger);
    }
}
