using System.Collections.Concurrent;

namespace Orchestrator.Core.Tenancy;

/// <summary>
/// One value per organization, loaded once however many ask, and dropped as soon as the organization changes. A load that
/// began before a change is never kept: the change removes its entry, and whoever asks afterwards starts a new one.
/// </summary>
internal sealed class OrgCache<T>
{
    private readonly ConcurrentDictionary<OrgId, Lazy<Task<T>>> _entries = new();
    private readonly OrgChangeFeed _feed;
    private readonly Func<OrgId, CancellationToken, Task<T>> _load;

    public OrgCache(OrgChangeFeed feed, Func<OrgId, CancellationToken, Task<T>> load)
    {
        (_feed, _load) = (feed, load);
        feed.Changed += Drop;
    }

    public ValueTask<T> GetAsync(OrgId org, CancellationToken ct)
    {
        if (!_feed.IsListening)
            return new ValueTask<T>(_load(org, ct));
        if (_entries.TryGetValue(org, out var known) && known is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            return new ValueTask<T>(known.Value.Result);
        return new ValueTask<T>(LoadOnceAsync(org, ct));
    }

    public void Drop(OrgId? org)
    {
        if (org is { } one)
            _entries.TryRemove(one, out _);
        else
            _entries.Clear();
    }

    private async Task<T> LoadOnceAsync(OrgId org, CancellationToken ct)
    {
        // The shared load must not die with the one caller who happened to start it.
        var entry = _entries.GetOrAdd(org, static (key, self) => new Lazy<Task<T>>(() => self._load(key, CancellationToken.None)), this);
        try
        {
            return await entry.Value.WaitAsync(ct);
        }
        catch (Exception) when (entry.IsValueCreated && entry.Value.IsFaulted)
        {
            _entries.TryRemove(KeyValuePair.Create(org, entry));
            throw;
        }
    }
}
