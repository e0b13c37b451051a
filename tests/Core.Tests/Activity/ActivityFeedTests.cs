using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Npgsql;
using Orchestrator.Core.Activity;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Persistence;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Activity;

public sealed class ActivityFeedTests(TestDatabase database, ITestOutputHelper output)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Touch_AfterAChange_IsHeardOnThisInstanceAndOnAnother()
    {
        await using var here = await Instance.StartAsync(database);
        await using var there = await Instance.StartAsync(database);
        var clinic = await TestClinic.CreateAsync(database);
        var (near, far) = (new Ear(here.Feed, clinic.Org), new Ear(there.Feed, clinic.Org));
        var bookings = new BookingService(database.Db, here.Notifier);
        var waits = new List<(double Near, double Far)>();

        for (var slot = 0; slot < 60; slot++)
        {
            var (heardNear, heardFar) = (near.Next(), far.Next());
            await bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(TestClinic.FirstSlot + Duration.FromMinutes(30 * slot)), Ct);
            var committed = Stopwatch.GetTimestamp();
            await Task.WhenAll(heardNear, heardFar).WaitAsync(TimeSpan.FromSeconds(30), Ct);
            waits.Add((Stopwatch.GetElapsedTime(committed, await heardNear).TotalMilliseconds, Stopwatch.GetElapsedTime(committed, await heardFar).TotalMilliseconds));
        }

        // A figure to read, not to fail by: the machine is shared.
        output.WriteLine($"heard after commit: here p50 {P(waits.Select(w => w.Near), 0.5):F0} p95 {P(waits.Select(w => w.Near), 0.95):F0} ms, "
            + $"on another instance p50 {P(waits.Select(w => w.Far), 0.5):F0} p95 {P(waits.Select(w => w.Far), 0.95):F0} ms");
        Assert.All(near.Heard.Concat(far.Heard), topics => Assert.Equal(ActivityTopics.Holds, topics));
    }

    [Fact]
    public async Task Touch_ManyTimesAtOnce_IsToldInFewNotices()
    {
        await using var instance = await Instance.StartAsync(database);
        var org = OrgId.New();
        var ear = new Ear(instance.Feed, org);

        var heard = ear.Next();
        Parallel.For(0, 10_000, i => instance.Notifier.Touch(org, i % 2 == 0 ? ActivityTopics.Calls : ActivityTopics.Codes));
        await heard.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        await instance.QuietAsync();

        Assert.InRange(ear.Heard.Count, 1, 20);
        Assert.Equal(ActivityTopics.Calls | ActivityTopics.Codes, ear.Heard.Aggregate((a, b) => a | b));
    }

    [Fact]
    public async Task Subscribe_OtherOrganizationOrTopic_HearsNothing()
    {
        await using var instance = await Instance.StartAsync(database);
        var (ours, theirs) = (OrgId.New(), OrgId.New());
        var (all, codesOnly) = (new Ear(instance.Feed, ours), new Ear(instance.Feed, ours, ActivityTopics.Codes));

        instance.Notifier.Touch(theirs, ActivityTopics.All);
        await instance.QuietAsync();
        var heard = all.Next();
        instance.Notifier.Touch(ours, ActivityTopics.Calls);
        await heard.WaitAsync(TimeSpan.FromSeconds(30), Ct);

        Assert.Equal([ActivityTopics.Calls], all.Heard);
        Assert.Empty(codesOnly.Heard);
    }

    [Fact]
    public async Task Feed_ConnectionLost_SaysThatEverythingChangedAndHearsAgain()
    {
        await using var instance = await Instance.StartAsync(database);
        var org = OrgId.New();
        var ear = new Ear(instance.Feed, org);

        var lost = ear.Next();
        await instance.CutListenerAsync(database);
        Assert.Equal(ActivityTopics.All, (await lost.WaitAsync(TimeSpan.FromSeconds(30), Ct), ear.Heard.First()).Item2);
        await instance.ListeningAsync();
        var again = ear.Next();
        instance.Notifier.Touch(org, ActivityTopics.Audit);
        await again.WaitAsync(TimeSpan.FromSeconds(30), Ct);

        Assert.Equal(ActivityTopics.Audit, ear.Heard.Last());
    }

    [Fact]
    public async Task Feed_FiftyIdleSubscribers_AskTheDatabaseNothing()
    {
        await using var instance = await Instance.StartAsync(database);
        var org = OrgId.New();
        var ears = Enumerable.Range(0, 50).Select(_ => new Ear(instance.Feed, org)).ToList();
        await instance.QuietAsync();
        var before = await instance.QueriesAsync(database);

        await Task.Delay(TimeSpan.FromSeconds(2), Ct);

        Assert.Equal(before, await instance.QueriesAsync(database));
        Assert.All(ears, ear => Assert.Empty(ear.Heard));
    }

    [Fact]
    public void Dispose_Subscription_HearsNoMore()
    {
        var feed = new ActivityFeed(database.Source, NullLogger<ActivityFeed>.Instance);

        using (feed.Subscribe(OrgId.New(), ActivityTopics.All, _ => Assert.Fail("heard")))
        {
        }

        Assert.False(feed.HasSubscribers);
    }

    private static double P(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)(share * (sorted.Length - 1))];
    }

    /// <summary>What one subscriber heard, and when.</summary>
    private sealed class Ear
    {
        private TaskCompletionSource<long>? _next;

        public Ear(ActivityFeed feed, OrgId org, ActivityTopics topics = ActivityTopics.All) => feed.Subscribe(org, topics, heard =>
        {
            Heard.Enqueue(heard);
            Interlocked.Exchange(ref _next, null)?.TrySetResult(Stopwatch.GetTimestamp());
        });

        public ConcurrentQueue<ActivityTopics> Heard { get; } = new();

        public Task<long> Next()
        {
            var next = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            _next = next;
            return next.Task;
        }
    }

    /// <summary>Notifier and feed as one process has them, with connections of its own.</summary>
    private sealed class Instance : IAsyncDisposable
    {
        private readonly NpgsqlDataSource _source;
        private readonly string _name = $"feed-{Guid.NewGuid():N}";

        private Instance(TestDatabase database)
        {
            _source = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(database.AppConnectionString) { ApplicationName = _name, NoResetOnClose = true }.ConnectionString).Build();
            Notifier = new ActivityNotifier(_source, TimeProvider.System, NullLogger<ActivityNotifier>.Instance);
            Feed = new ActivityFeed(_source, NullLogger<ActivityFeed>.Instance);
        }

        public ActivityNotifier Notifier { get; }

        public ActivityFeed Feed { get; }

        public static async Task<Instance> StartAsync(TestDatabase database)
        {
            var instance = new Instance(database);
            await instance.Feed.StartAsync(Ct);
            await instance.Notifier.StartAsync(Ct);
            await instance.ListeningAsync();
            return instance;
        }

        public async Task ListeningAsync()
        {
            while (!Feed.IsListening)
                await Task.Delay(10, Ct);
        }

        /// <summary>Everything touched before has been heard: a marker of an organization of its own came through.</summary>
        public async Task QuietAsync()
        {
            var marker = OrgId.New();
            var heard = new Ear(Feed, marker).Next();
            Notifier.Touch(marker, ActivityTopics.Audit);
            await heard.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        }

        /// <summary>Statements begun by this instance's connections: the newest start and text of each.</summary>
        public async Task<string> QueriesAsync(TestDatabase database)
        {
            await using var look = new NpgsqlCommand(
                "select coalesce(string_agg(pid || ' ' || query_start || ' ' || query, E'\n' order by pid), '') from pg_stat_activity where application_name = $1",
                await OwnerAsync(database)) { Parameters = { new() { Value = _name } } };
            await using var connection = look.Connection!;
            return (string)(await look.ExecuteScalarAsync(Ct))!;
        }

        public async Task CutListenerAsync(TestDatabase database)
        {
            await using var cut = new NpgsqlCommand(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = $1 and query like 'listen%'",
                await OwnerAsync(database)) { Parameters = { new() { Value = _name } } };
            await using var connection = cut.Connection!;
            Assert.Equal(1L, await cut.ExecuteScalarAsync(Ct));
        }

        public async ValueTask DisposeAsync()
        {
            await Notifier.StopAsync(CancellationToken.None);
            await Feed.StopAsync(CancellationToken.None);
            Notifier.Dispose();
            Feed.Dispose();
            await _source.DisposeAsync();
        }

        // The same role: a role may end its own sessions.
        private static async Task<NpgsqlConnection> OwnerAsync(TestDatabase database)
        {
            var connection = new NpgsqlConnection(database.AppConnectionString);
            await connection.OpenAsync(Ct);
            return connection;
        }
    }
}
