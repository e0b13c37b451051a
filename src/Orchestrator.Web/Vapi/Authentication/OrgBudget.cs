using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Vapi.Authentication;

/// <summary>
/// A token bucket per organization, filled with one second's worth. Keyed by proven organizations only, so it cannot be
/// made to grow.
/// </summary>
internal sealed class OrgBudget(IOptions<VapiOptions> options, TimeProvider time)
{
    private readonly int _perSecond = options.Value.RequestsPerSecond;
    private readonly ConcurrentDictionary<OrgId, Bucket> _buckets = new();

    public bool TrySpend(OrgId org)
    {
        if (!_buckets.TryGetValue(org, out var bucket))
            bucket = _buckets.GetOrAdd(org, new Bucket(_perSecond, time.GetTimestamp()));
        return bucket.TrySpend(_perSecond, time);
    }

    private sealed class Bucket(double tokens, long filledAt)
    {
        private readonly Lock _lock = new();
        private double _tokens = tokens;
        private long _filledAt = filledAt;

        public bool TrySpend(int perSecond, TimeProvider time)
        {
            lock (_lock)
            {
                var now = time.GetTimestamp();
                var earned = time.GetElapsedTime(_filledAt, now).TotalSeconds * perSecond;
                if (earned > 0)
                    (_tokens, _filledAt) = (Math.Min(perSecond, _tokens + earned), now);
                if (_tokens < 1)
                    return false;
                _tokens--;
                return true;
            }
        }
    }
}
