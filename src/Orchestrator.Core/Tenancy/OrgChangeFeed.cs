using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Orchestrator.Core.Tenancy;

/// <summary>
/// Hears from the database whose configuration changed, here or through another instance or command, and tells the caches
/// of this process. While it does not hear, nothing may be cached: <see cref="IsListening"/>.
/// </summary>
public sealed partial class OrgChangeFeed(NpgsqlDataSource source, ILogger<OrgChangeFeed> logger) : BackgroundService
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(200);

    private volatile bool _isListening;
    private bool _isLost;

    /// <summary>Raised with the organization that changed, or with none when every organization may have.</summary>
    public event Action<OrgId?>? Changed;

    public bool IsListening => _isListening;

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
                    Log.Lost(logger, e);
                _isLost = true;
            }
            _isListening = false;
            Changed?.Invoke(null);
            await Task.Delay(RetryDelay, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        connection.Notification += (_, notice) =>
        {
            if (Guid.TryParse(notice.Payload, out var org))
                Changed?.Invoke(new OrgId(org));
        };
        await using (var listen = new NpgsqlCommand("listen org_changed", connection))
            await listen.ExecuteNonQueryAsync(ct);

        // What changed while nobody listened is dropped first, so that no load from before can still be believed.
        Changed?.Invoke(null);
        _isListening = true;
        if (_isLost)
            Log.Back(logger);
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
        [LoggerMessage(Level = LogLevel.Warning, Message = "The feed of configuration changes was lost; nothing is cached until it is back.")]
        public static partial void Lost(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Information, Message = "The feed of configuration changes is back.")]
        public static partial void Back(ILogger logger);
    }
}
