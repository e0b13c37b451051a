using NodaTime;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Tenancy;
using static Orchestrator.Core.Persistence.SqlValue;

namespace Orchestrator.Core.Credentials;

/// <summary>
/// Counts uses of versions in memory and writes sums, one row per version and hour: a send waits for nothing and two sends
/// never for each other. What a killed process had not written (a second's worth) is missing from the sums, and only there.
/// </summary>
public sealed class CredentialUseCounter(OrgDb db, TimeProvider time, ActivityNotifier activity)
{
    private readonly Lock _lock = new();
    private Dictionary<(OrgId Org, Guid Version, Instant Hour), Sum> _sums = [];

    public void Add(OrgId org, Guid version, bool isRefused)
    {
        var now = time.GetCurrentInstant();
        var hour = now - Duration.FromTicks(now.ToUnixTimeTicks() % NodaConstants.TicksPerHour);
        Add((org, version, hour), new Sum(1, isRefused ? 1 : 0, now));
    }

    /// <summary>Writes what was counted since the last time. What cannot be written is counted again next time.</summary>
    /// <returns>Rows written.</returns>
    public async Task<int> FlushAsync(CancellationToken ct)
    {
        Dictionary<(OrgId Org, Guid Version, Instant Hour), Sum> due;
        lock (_lock)
        {
            if (_sums.Count == 0)
                return 0;
            (due, _sums) = (_sums, []);
        }

        var written = 0;
        foreach (var (key, sum) in due.ToList())
        {
            try
            {
                await db.CallAsync(
                    new OrgContext(key.Org, Actor.Job("credential-use")),
                    "select record_credential_use($1, $2, $3, $4, $5, $6)",
                    [Uuid(key.Version), At(key.Hour), Int(sum.Sends), Int(sum.Refused), At(sum.Last)],
                    _ => true,
                    ct);
            }
            catch
            {
                foreach (var (left, count) in due.Skip(written))
                    Add(left, count);
                throw;
            }
            written++;
            activity.Touch(key.Org, ActivityTopics.Credentials);
        }
        return written;
    }

    private void Add((OrgId Org, Guid Version, Instant Hour) key, Sum more)
    {
        lock (_lock)
            _sums[key] = _sums.TryGetValue(key, out var sum) ? sum.And(more) : more;
    }

    private readonly record struct Sum(int Sends, int Refused, Instant Last)
    {
        public Sum And(Sum other) => new(Sends + other.Sends, Refused + other.Refused, Instant.Max(Last, other.Last));
    }
}
