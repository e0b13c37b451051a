using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Orchestrator.Core.Telemetry;
using Orchestrator.Web.Hosting.Background;
using Xunit;

namespace Orchestrator.Web.Tests.Hosting.Background;

public sealed class PeriodicJobTests : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    [Fact]
    public async Task ARoundThatFails_IsFollowedByTheNext()
    {
        using var job = NewJob(endsWithARound: false, failingRound: 1);

        await job.StartAsync(TestContext.Current.CancellationToken);
        await job.RoundsAsync(1);
        _time.Advance(Every);

        await job.RoundsAsync(2);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task StopAsync_ARoundMoreOnlyWhereOneIsDue(bool endsWithARound, int rounds)
    {
        using var job = NewJob(endsWithARound, failingRound: 0);
        await job.StartAsync(TestContext.Current.CancellationToken);
        await job.RoundsAsync(1);

        await job.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(rounds, job.Rounds);
    }

    public void Dispose() => _services.Dispose();

    private Counting NewJob(bool endsWithARound, int failingRound) =>
        new(new OrchestratorMetrics(_services.GetRequiredService<IMeterFactory>()), _time, endsWithARound, failingRound);

    private sealed class Counting(OrchestratorMetrics metrics, TimeProvider time, bool endsWithARound, int failingRound)
        : PeriodicJob("counting", Every, metrics, time, NullLogger.Instance)
    {
        private readonly SemaphoreSlim _ran = new(0);
        private int _seen;

        public int Rounds { get; private set; }

        protected override bool EndsWithARound => endsWithARound;

        /// <summary>Ends when so many have begun; fails where they do not come.</summary>
        public async Task RoundsAsync(int count)
        {
            for (; _seen < count; _seen++)
                Assert.True(await _ran.WaitAsync(TimeSpan.FromSeconds(30)), $"round {_seen + 1} did not come");
        }

        public override void Dispose()
        {
            _ran.Dispose();
            base.Dispose();
        }

        protected override Task RunOnceAsync(CancellationToken ct)
        {
            Rounds++;
            _ran.Release();
            return Rounds == failingRound ? throw new InvalidOperationException("as the test wants it") : Task.CompletedTask;
        }
    }
}
