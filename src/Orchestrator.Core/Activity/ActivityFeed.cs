using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Core.Activity;

/// <summary>
/// Hears what changed, on this instance or another, and tells whoever shows it. Says only that something changed, never
/// what: the subscriber asks again, as itself, so that a notice can carry nothing to the wrong eyes.
/// </summary>
/// <remarks>
/// Whenever it may have missed something (at the start, and when a lost connection is lost or back) every subscriber is told
/// that everything changed. Only a change whose process died between its commit and its notice stays unseen, until the next
/// change of that organization or the sweep's round, whichever is first.
/// </remarks>
public sealed partial class ActivityFeed(NpgsqlDataSource source, ILogger<ActivityFeed> logger) : DatabaseListener(source, ActivityNotifier.Channel, logger)
{
    private readonly ConcurrentDictionary<OrgId, ImmutableArray<Subscription>> _subscriptions = new();

    internal bool HasSubscribers => !_subscriptions.IsEmpty;

    /// <param name="org">Whose changes.</param>
    /// <param name="topics">Which changes.</param>
    /// <param name="changed">Called on the listener's task with what changed: it must return at once. What it throws is logged.</param>
    /// <returns>Dispose it to hear no more.</returns>
    public IDisposable Subscribe(OrgId org, ActivityTopics topics, Action<ActivityTopics> changed)
    {
        var subscription = new Subscription(this, org, topics, changed);
        _subscriptions.AddOrUpdate(org, static (_, added) => [added], static (_, known, added) => known.Add(added), subscription);
        return subscription;
    }

    protected override void Heard(string payload)
    {
        foreach (var entry in payload.AsSpan().Split(','))
        {
            var text = payload.AsSpan(entry);
            if (text.Length > 32 && Guid.TryParseExact(text[..32], "N", out var org)
                && int.TryParse(text[32..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var topics))
                Tell(new OrgId(org), (ActivityTopics)topics);
        }
    }

    protected override void Missed()
    {
        foreach (var org in _subscriptions.Keys)
            Tell(org, ActivityTopics.All);
    }

    private void Tell(OrgId org, ActivityTopics topics)
    {
        if (!_subscriptions.TryGetValue(org, out var subscriptions))
            return;
        foreach (var subscription in subscriptions)
        {
            try
            {
                subscription.Tell(topics);
            }
            catch (Exception e)
            {
                Log.SubscriberFailed(logger, e);
            }
        }
    }

    private void Remove(Subscription subscription)
    {
        while (_subscriptions.TryGetValue(subscription.Org, out var known))
        {
            var left = known.Remove(subscription);
            var isDone = left.IsEmpty
                ? _subscriptions.TryRemove(KeyValuePair.Create(subscription.Org, known))
                : _subscriptions.TryUpdate(subscription.Org, left, known);
            if (isDone)
                return;
        }
    }

    private sealed class Subscription(ActivityFeed feed, OrgId org, ActivityTopics topics, Action<ActivityTopics> changed) : IDisposable
    {
        public OrgId Org => org;

        public void Tell(ActivityTopics happened)
        {
            if ((happened & topics) != ActivityTopics.None)
                changed(happened & topics);
        }

        public void Dispose() => feed.Remove(this);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A subscriber to an organization's activity failed.")]
        public static partial void SubscriberFailed(ILogger logger, Exception exception);
    }
}
