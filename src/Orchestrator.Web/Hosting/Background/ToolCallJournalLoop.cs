using Orchestrator.Core.Calls;
using Orchestrator.Core.Telemetry;

namespace Orchestrator.Web.Hosting.Background;

/// <summary>Writes the notes of tool calls every second, and once more when the host stops.</summary>
internal sealed partial class ToolCallJournalLoop(
    ToolCallJournal journal, OrchestratorMetrics metrics, TimeProvider time, ILogger<ToolCallJournalLoop> logger) : BackgroundService
{
    private const string Job = "tool-call-journal";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await FlushAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            using var limit = new CancellationTokenSource(Farewell, time);
            await FlushAsync(limit.Token);
        }
    }

    private async Task FlushAsync(CancellationToken ct)
    {
        try
        {
            await journal.FlushAsync(ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            metrics.JobRan(Job, succeeded: false);
            Log.Failed(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Notes of tool calls could not be written; the next attempt comes in a second.")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
