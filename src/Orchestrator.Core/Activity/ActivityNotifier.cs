using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Activity;

/// <summary>
/// Tells every instance that something of an organization has changed, after the change was committed and outside its
/// transaction: docs/adr/0011-activity-after-commit.md. Many changes within a moment are told once.
/// </summary>
/// <remarks>A notice may be lost with the process that owed it; <see cref="ActivityFeed"/> says what makes up for that.</remarks>
public sealed partial class ActivityNotifier(NpgsqlDataSource source, TimeProvider time, ILogger<ActivityNotifier> logger) : BackgroundService
{
    internal const string Channel = "org_activity";

    /// <summary>How long the first change waits for company.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(25);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(200);

    /// <summary>PostgreSQL takes fewer than 8,000 bytes; one entry is 35.</summary>
    private const int EntriesPerNotice = 200;

    private readonly ConcurrentDictionary<OrgId, Pending> _orgs = new();
    private readonly ConcurrentQueue<Pending> _due = new();
    private readonly SemaphoreSlim _wake = new(0);
    private int _isAwake;

    /// <summary>Call it after the commit. Takes no lock, does no I/O and never fails: it may stand on the path of a claim.</summary>
    public void Touch(OrgId org, ActivityTopics topics)
    {
        var pending = _orgs.GetOrAdd(org, static key => new Pending(key));
        if (pending.Add(topics))
            Enqueue(pending);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await _wake.WaitAsync(stoppingToken);
                await Task.Delay(Gather, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // What was touched while stopping is still told: other instances stay.
            }
            Volatile.Write(ref _isAwake, 0);
            await FlushAsync();
            if (stoppingToken.IsCancellationRequested)
                return;
        }
    }

    private void Enqueue(Pending pending)
    {
        _due.Enqueue(pending);
        if (Interlocked.Exchange(ref _isAwake, 1) == 0)
            _wake.Release();
    }

    private async Task FlushAsync()
    {
        while (!_due.IsEmpty)
        {
            var batch = new List<(Pending Org, ActivityTopics Topics)>();
            while (batch.Count < EntriesPerNotice && _due.TryDequeue(out var pending))
                batch.Add((pending, pending.Take()));
            try
            {
                await TellAsync(batch);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
            {
                Log.NotTold(logger, e, batch.Count);
                await Task.Delay(RetryDelay, time);
                foreach (var (org, topics) in batch)
                {
                    if (org.Add(topics))
                        Enqueue(org);
                }
                return;
            }
        }
    }

    private async Task TellAsync(List<(Pending Org, ActivityTopics Topics)> batch)
    {
        var payload = new StringBuilder();
        foreach (var (org, topics) in batch)
            payload.Append(CultureInfo.InvariantCulture, $"{org.Id.Value:N}{(int)topics:x},");
        // Nobody needs this commit to survive a crash of the server, so it does not wait for the disk; and the lock that
        // NOTIFY takes, which the instances' notifiers alone contend for, is held for that much less.
        await using var command = source.CreateCommand("select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)");
        command.CommandTimeout = 5;
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Channel });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = payload.ToString() });
        await command.ExecuteNonQueryAsync();
    }

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    /// <summary>What is still to be told of one organization. In the queue exactly while it holds anything.</summary>
    private sealed class Pending(OrgId id)
    {
        private int _topics;

        public OrgId Id => id;

        /// <summary>True when there was nothing before: then, and only then, the caller queues it.</summary>
        public bool Add(ActivityTopics topics) => Interlocked.Or(ref _topics, (int)topics) == 0;

        public ActivityTopics Take() => (ActivityTopics)Interlocked.Exchange(ref _topics, 0);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Changes of {Count} organizations could not be announced; trying again.")]
        public static partial void NotTold(ILogger logger, Exception exception, int count);
    }
}
