using System.Text.Json;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Vapi.Authentication;
using Orchestrator.Web.Vapi.Tools;

namespace Orchestrator.Web.Vapi;

/// <summary>Answers a <c>tool-calls</c> message: an entry for every id in it.</summary>
internal sealed partial class ToolMessageHandler(ToolDispatcher tools, OrgBudget budget, ILogger<ToolMessageHandler> logger)
{
    /// <param name="http">Where the answer goes.</param>
    /// <param name="message">The message.</param>
    /// <param name="org">Whose it is; null while that cannot be known, and then nothing is run.</param>
    public async ValueTask AnswerAsync(HttpContext http, JsonElement message, OrgId? org)
    {
        if (!ToolCallReader.TryRead(message, out var calls, out var nameless))
        {
            VapiReplies.NotAMessage(http.Response);
            return;
        }

        if (nameless > 0)
            Log.Nameless(logger, nameless);
        VapiReplies.Results(http.Response, calls, await AnswersAsync(message, calls, org));
    }

    private async ValueTask<ToolAnswer[]> AnswersAsync(JsonElement message, List<ToolCall> calls, OrgId? org)
    {
        if (org is { } owner && budget.TrySpend(owner))
            return await tools.RunAsync(owner, calls, CallFactsReader.Read(message));

        var answers = new ToolAnswer[calls.Count];
        Array.Fill(answers, Refusals.TemporarilyUnavailable);
        return answers;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "{Count} tool calls had no usable id and could not be answered.")]
        public static partial void Nameless(ILogger logger, int count);
    }
}
