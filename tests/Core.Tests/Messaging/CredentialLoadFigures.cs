using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Orchestrator.Core.Credentials;
using Orchestrator.Core.Messaging;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Messaging;

/// <summary>The figures of loading a credential, for a person to read: bench/credentials/README.md.</summary>
public sealed class CredentialLoadFigures(TestDatabase database, ITestOutputHelper output)
{
    [Theory]
    [InlineData(50)]
    [InlineData(100)]
    [InlineData(150)]
    public async Task Load_ThreeStoresOfSuchLatency_ColdAndWarm(int milliseconds)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("ORCHESTRATOR_BENCH") == "1", "A figure and no test: set ORCHESTRATOR_BENCH=1.");
        var ct = TestContext.Current.CancellationToken;
        using var feed = new OrgChangeFeed(database.Source, NullLogger<OrgChangeFeed>.Instance);
        await feed.StartAsync(ct);
        while (!feed.IsListening)
            await Task.Delay(10, ct);
        var stores = new LateStores(TimeSpan.FromMilliseconds(milliseconds));
        var credentials = new SmsCredentials(stores, feed, TimeProvider.System, NullLogger<SmsCredentials>.Instance);
        OrgContext Fresh() => new(OrgId.New(), Actor.Job("bench"));
        await credentials.FindAsync(Fresh(), ct);

        var sequential = await MedianAsync(async () =>
        {
            var org = OrgId.New();
            await stores.VersionsAsync(org, ct);
            await stores.SandboxAsync(org, ct);
            await stores.KeysAsync(ct);
        });
        var cold = await MedianAsync(() => credentials.FindAsync(Fresh(), ct).AsTask());
        var known = Fresh();
        await credentials.FindAsync(known, ct);
        var warm = await MedianAsync(async () => await credentials.FindAsync(known, ct));
        stores.Loads = 0;
        var crowd = Fresh();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => credentials.FindAsync(crowd, ct).AsTask(), ct)));

        output.WriteLine(FormattableString.Invariant(
            $"three stores of {milliseconds} ms: one after another {sequential:F1} ms, cold {cold:F1} ms ({cold / sequential:F3}), warm {warm:F4} ms ({warm / cold:F5} of cold), 100 at once = {stores.Loads} load"));
        await feed.StopAsync(ct);
    }

    private static async Task<double> MedianAsync(Func<Task> work)
    {
        var times = new List<double>();
        for (var i = 0; i < 11; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await work();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return times.Order().ElementAt(5);
    }

    private sealed class LateStores(TimeSpan latency) : ISmsCredentialStores
    {
        private static readonly KeyRing s_keys = new(new Dictionary<string, byte[]> { ["k1"] = new byte[32] });

        private int _loads;

        public int Loads
        {
            get => _loads;
            set => _loads = value;
        }

        public async Task<IReadOnlyList<CredentialVersion>> VersionsAsync(OrgId org, CancellationToken ct)
        {
            Interlocked.Increment(ref _loads);
            await Task.Delay(latency, ct);
            var version = new CredentialVersion { OrgId = org.Value, Id = Guid.NewGuid(), Number = 1, State = CredentialState.Active, LastFour = "", Fingerprint = "", CreatedAt = Instant.FromUnixTimeSeconds(0) };
            new TwilioAccount("AC1", "a-token-of-16-chars", null, null, "+12025550166", null).SealInto(version, s_keys);
            return [version];
        }

        public async Task<SandboxCredential?> SandboxAsync(OrgId org, CancellationToken ct)
        {
            await Task.Delay(latency, ct);
            return null;
        }

        public async Task<KeyRing> KeysAsync(CancellationToken ct)
        {
            await Task.Delay(latency, ct);
            return s_keys;
        }
    }
}
