using System.Collections.Frozen;
using Microsoft.Extensions.Options;
using NodaTime;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Vapi.Tools;

namespace Orchestrator.Web.Vapi;

/// <summary>
/// Runs the tool calls of one message in their order and gives each an answer, whatever happens. The one place that
/// turns a failure into "temporarily unavailable" and logs its cause.
/// </summary>
internal sealed partial class ToolDispatcher
{
    /// <summary>More calls than a model ever makes at once. Those past it are answered, not run.</summary>
    public const int MostRun = 32;

    private const string UnknownLabel = "unknown";

    private readonly FrozenDictionary<string, IVoiceTool> _tools;
    private readonly TimeSpan _deadline;
    private readonly TimeProvider _time;
    private readonly IVapiMetrics _metrics;
    private readonly IToolCallJournal _journal;
    private readonly ILogger<ToolDispatcher> _logger;

    public ToolDispatcher(
        IEnumerable<IVoiceTool> tools,
        IOptions<VapiOptions> options,
        TimeProvider time,
        IVapiMetrics metrics,
        IToolCallJournal journal,
        ILogger<ToolDispatcher> logger)
    {
        _tools = tools.ToFrozenDictionary(tool => tool.Name, StringComparer.Ordinal);
        (_deadline, _time, _metrics, _journal, _logger) = (options.Value.ToolDeadline, time, metrics, journal, logger);
    }

    /// <summary>One answer for each call, in the same order.</summary>
    public async ValueTask<ToolAnswer[]> RunAsync(OrgId org, List<ToolCall> calls, CallFacts facts)
    {
        var actor = Actor.Voice(facts.CallId);
        var started = new CallStarted(facts.Channel, facts.Direction, facts.CallerNumber, facts.CalledNumberId, StartedAt: null);
        var answers = new ToolAnswer[calls.Count];
        using var deadline = new CancellationTokenSource(_deadline, _time);
        for (var index = 0; index < answers.Length; index++)
        {
            var call = calls[index];
            var (began, at) = (_time.GetTimestamp(), _time.GetUtcNow());
            var tool = call.Name is { } name && _tools.TryGetValue(name, out var known) ? known : null;
            var context = new OrgContext(org, actor, facts.CallId, call.Id);
            var answer = Refuse(index, call, tool, deadline.Token)
                ?? await RunAsync(tool!, context, call.Arguments ?? ToolArguments.Empty, facts, deadline.Token);
            answers[index] = answer;
            var (label, elapsed) = (tool?.Name ?? UnknownLabel, _time.GetElapsedTime(began));
            _metrics.ToolAnswered(label, answer.Code, elapsed);
            if (call.IsRunnable)
                _journal.Note(new ToolCallNote(context, started, label, answer.Code, call.Arguments?.KnownNames ?? [], Instant.FromDateTimeOffset(at), elapsed));
        }

        return answers;
    }

    private static ToolAnswer? Refuse(int index, ToolCall call, IVoiceTool? tool, CancellationToken deadline)
    {
        if (tool is null)
            return Refusals.UnknownTool;
        if (index >= MostRun || deadline.IsCancellationRequested)
            return Refusals.TemporarilyUnavailable;
        return !call.IsRunnable || call.Arguments is { IsMalformed: true } ? Refusals.Unreadable : null;
    }

    private async ValueTask<ToolAnswer> RunAsync(
        IVoiceTool tool, OrgContext context, ToolArguments arguments, CallFacts facts, CancellationToken deadline)
    {
        using var scope = _logger.BeginScope(new VapiLogScope(context));
        Task<ToolAnswer>? running = null;
        try
        {
            var pending = tool.RunAsync(context, arguments, facts, deadline);
            if (pending.IsCompletedSuccessfully)
                return pending.Result;
            running = pending.AsTask();
            return await running.WaitAsync(deadline);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            Log.Late(_logger, tool.Name, context.ToolCallId, _deadline.TotalSeconds);
            if (running is { IsCompleted: false })
                Watch(running, tool.Name, context.ToolCallId);
            return Refusals.TemporarilyUnavailable;
        }
        catch (Exception fault)
        {
            Log.Failed(_logger, tool.Name, context.ToolCallId, fault);
            return Refusals.TemporarilyUnavailable;
        }
    }

    /// <summary>A tool left behind still gets its failure logged. It holds nothing of the request.</summary>
    private void Watch(Task running, string tool, string? toolCallId) => running.ContinueWith(
        late => Log.Failed(_logger, tool, toolCallId, late.Exception!.GetBaseException()),
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Tool {Tool} failed on tool call {ToolCallId}.")]
        public static partial void Failed(ILogger logger, string tool, string? toolCallId, Exception fault);

        [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "Tool {Tool} gave no answer to tool call {ToolCallId} within {DeadlineSeconds} s of its message.")]
        public static partial void Late(ILogger logger, string tool, string? toolCallId, double deadlineSeconds);
    }
}
