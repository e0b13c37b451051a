using Orchestrator.Core.Activity;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Components.Desk;

/// <summary>
/// Asks again when the organization's activity says so: one question at a time, one more when something happened meanwhile,
/// and a breath between two, so that a busy minute does not become a question per change. Idle, it asks nothing.
/// </summary>
public sealed class LiveRefresh : IDisposable
{
    /// <summary>The change itself arrives within some 50 ms; a second one right after it waits this long.</summary>
    private static readonly TimeSpan s_breath = TimeSpan.FromMilliseconds(120);

    private readonly Func<ActivityTopics, Task> _refresh;
    private readonly IDisposable _subscription;
    private readonly TimeProvider _time;
    private ITimer? _due;
    private int _pending;
    private int _isRunning;
    private volatile bool _isDisposed;

    /// <param name="refresh">Runs off the listener's task; brings its own dispatcher and handles its own failures.</param>
    public LiveRefresh(ActivityFeed feed, OrgId org, ActivityTopics topics, TimeProvider time, Func<ActivityTopics, Task> refresh)
    {
        (_refresh, _time) = (refresh, time);
        _subscription = feed.Subscribe(org, topics, Ask);
    }

    /// <summary>Asks again in so long, once: for what changes by the clock alone, such as a hold running out.</summary>
    public void AskIn(TimeSpan delay)
    {
        _due?.Dispose();
        _due = _time.CreateTimer(_ => Ask(ActivityTopics.Holds), null, delay < TimeSpan.Zero ? TimeSpan.Zero : delay, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _isDisposed = true;
        _subscription.Dispose();
        _due?.Dispose();
    }

    private void Ask(ActivityTopics topics)
    {
        Interlocked.Or(ref _pending, (int)topics);
        if (!_isDisposed && Interlocked.Exchange(ref _isRunning, 1) == 0)
            _ = Task.Run(RunAsync);
    }

    private async Task RunAsync()
    {
        do
        {
            while (!_isDisposed && (ActivityTopics)Interlocked.Exchange(ref _pending, 0) is var topics and not ActivityTopics.None)
            {
                await _refresh(topics);
                await Task.Delay(s_breath, _time);
            }
            Volatile.Write(ref _isRunning, 0);
        }
        while (Volatile.Read(ref _pending) != 0 && !_isDisposed && Interlocked.Exchange(ref _isRunning, 1) == 0);
    }
}
