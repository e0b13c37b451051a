using Microsoft.Extensions.Time.Testing;
using Orchestrator.Web.Hosting.Clock;
using Xunit;

namespace Orchestrator.Web.Tests.Hosting.Clock;

public sealed class OffsetTimeProviderTests
{
    [Fact]
    public void StartingAt_AnInstant_IsOffByTheDifferenceAndTicksOn()
    {
        var system = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var instant = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var clock = OffsetTimeProvider.StartingAt(instant, system);
        Assert.Equal(instant, clock.GetUtcNow());

        system.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(instant.AddMinutes(3), clock.GetUtcNow());
        Assert.Equal(instant - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), clock.Offset);
    }
}
