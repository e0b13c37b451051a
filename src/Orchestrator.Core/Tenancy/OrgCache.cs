using System.Collections.Concurrent;

namespace Orchestrator.Core.Tenancy;

/// <summary>
/// One value per organization, loaded once however many ask, and dropped as soon as the organization changes. A load that
/// began before a change is never kept: an entry is one generation of the value, the change removes it, and whoever asks
/// afterwards starts the next. In memory only.
/// </summary>
internal sealed class OrgCache<T>
{
    private readonly ConcurrentDictionary<OrgId, Entry> _entries = new();
    private readonly OrgChangeFeed _feed;
    private readonly Func<OrgId, CancellationToken, Task<T>> _load;
    private readonly TimeSpan? _life;
    private readonly TimeProvider _time;

    /// <param name="life">How long a value is kept though nothing changes, counted from the start of its load; for ever without it.</param>
    public OrgCache(OrgChangeFeed feed, Func<OrgId, CancellationToken, Task<T>> load, TimeSpan? life = null, TimeProvider? time = null)
    {
        (_feed, _load, _life, _time) = (feed, load, life, time ?? TimeProvider.System);
        feed.Changed += Drop;
    }

    public ValueTask<T> GetAsync(OrgId org, CancellationToken ct)
    {
        if (!_feed.IsListening)
            return new ValueTask<T>(_load(org, ct));
        if (_entries.TryGetValue(org, out var known) && known.Value is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } && !IsOld(known))
            return new ValueTask<T>(known.Value.Value.Result);
        return new ValueTask<T>(LoadOnceAsync(org, ct));
    }

    public void Drop(OrgId? org)
    {
        if (org is { } one)
            _entries.TryRemove(one, out _);
        else
            _entries.Clear();
    }

    private bool IsOld(Entry entry) => _life is { } life && _time.GetElapsedTime(entry.Started) > life;

    private async Task<T> LoadOnceAsync(OrgId org, CancellationToken ct)
    {
        if (_entries.TryGetValue(org, out var known) && IsOld(known))
            _entries.TryRemove(KeyValuePair.Create(org, known));
        // The shared load must not die with the one caller who happened to start it.
        var entry = _entries.GetOrAdd(
            org, static (key, self) => new Entry(new Lazy<Task<T>>(() => self._load(key, CancellationToken.None)), self._time.GetTimestamp()), this);
        try
        {
            return await entry.Value.Value.WaitAsync(ct);
        }
        catch (Exception) when (entry.Value.IsValueCreated && entry.Value.Value.IsFaulted)
        {
            _entries.TryRemove(KeyValuePair.Create(org, entry));
            throw;
        }
    }

    private sealed class Entry(Lazy<Task<T>> value, long started)
    {
        public Lazy<Task<T>> Value => value;

        public long Started => started;
    }
}
