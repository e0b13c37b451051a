using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Orchestrator.Core.Persistence;

/// <summary>
/// Hears one channel of the database's notices for as long as the process lives, on a connection of its own, and comes back
/// when the connection is lost. What was said meanwhile is not known, so on every start and return everything may have changed.
/// </summary>
public abstract partial class DatabaseListener(NpgsqlDataSource source, string channel, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(200);

    private volatile bool _isListening;
    private bool _isLost;

    /// <summary>While false, nothing that was learnt before may be believed.</summary>
    public bool IsListening => _isListening;

    /// <summary>One notice. Called on the listener's own task: quick, and never throws.</summary>
    protected abstract void Heard(string payload);

    /// <summary>Anything may have changed unheard.</summary>
    protected abstract void Missed();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or InvalidOperationException)
            {
                // Once per outage, however often the way back is tried.
                if (_isListening || !_isLost)
                    Log.Lost(logger, e, channel);
                _isLost = true;
            }
            _isListening = false;
            Missed();
            await Task.Delay(RetryDelay, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        connection.Notification += (_, notice) => Heard(notice.Payload);
        await using (var listen = new NpgsqlCommand($"listen {channel}", connection))
            await listen.ExecuteNonQueryAsync(ct);

        // What changed while nobody listened is dropped first, so that no load from before can still be believed.
        Missed();
        _isListening = true;
        if (_isLost)
            Log.Back(logger, channel);
        _isLost = false;
        try
        {
            while (true)
                await connection.WaitAsync(ct);
        }
        finally
        {
            // The pool resets nothing (OrchestratorDataSource), so the subscription must end with the connection.
            NpgsqlConnection.ClearPool(connection);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The database's notices on {Channel} were lost; nothing is believed until they are back.")]
        public static partial void Lost(ILogger logger, Exception exception, string channel);

        [LoggerMessage(Level = LogLevel.Information, Message = "The database's notices on {Channel} are back.")]
        public static partial void Back(ILogger logger, string channel);
    }
}
