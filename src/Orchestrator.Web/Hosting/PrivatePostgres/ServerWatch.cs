using Microsoft.Extensions.Logging;

namespace Orchestrator.Web.Hosting.PrivatePostgres;

/// <summary>Starts the server again when its postmaster has died under us, and keeps its log files few.</summary>
internal sealed partial class ServerWatch : IAsyncDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);
    private const int TicksPerPruning = 3600;

    private readonly CancellationTokenSource _stop = new();
    private readonly ServerFolder _folder;
    private readonly ServerRunner _runner;
    private readonly ILogger _logger;
    private readonly Task _loop;

    private ServerWatch(ServerFolder folder, ServerRunner runner, ILogger logger)
    {
        (_folder, _runner, _logger) = (folder, runner, logger);
        _loop = Task.Run(LoopAsync);
    }

    public static ServerWatch Begin(ServerFolder folder, ServerRunner runner, ILogger logger) => new(folder, runner, logger);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task LoopAsync()
    {
        using var timer = new PeriodicTimer(s_interval);
        try
        {
            // Dead twice in a row: an operator's restart is not raced.
            for (int tick = 1, dead = 0; await timer.WaitForNextTickAsync(_stop.Token); tick++)
            {
                dead = Postmaster.IsAlive(_runner.ProcessId) ? 0 : dead + 1;
                if (dead >= 2 && await TryRestartAsync())
                    dead = 0;
                if (tick % TicksPerPruning == 0)
                    ServerLogs.Prune(_folder);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task<bool> TryRestartAsync()
    {
        try
        {
            Log.Died(_logger, _runner.ProcessId);
            using var starting = await FileLease.WaitExclusiveAsync(_folder.StartLock, TimeSpan.FromSeconds(30), _stop.Token);
            await _runner.EnsureRunningAsync(_stop.Token);
            return true;
        }
        catch (Exception failure) when (failure is PrivatePostgresException or IOException or UnauthorizedAccessException)
        {
            Log.NotRestarted(_logger, failure.Message);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Private PostgreSQL (process {Pid}) is gone; starting it again.")]
        public static partial void Died(ILogger logger, int pid);

        [LoggerMessage(Level = LogLevel.Error, Message = "Private PostgreSQL could not be started again: {Reason}")]
        public static partial void NotRestarted(ILogger logger, string reason);
    }
}
