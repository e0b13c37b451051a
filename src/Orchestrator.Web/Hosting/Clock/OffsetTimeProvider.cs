namespace Orchestrator.Web.Hosting.Clock;

/// <summary>The system's clock, moved by a constant. Durations and timers run as ever.</summary>
public sealed class OffsetTimeProvider(TimeSpan offset) : TimeProvider
{
    /// <summary>What SQL's clock must be moved by as well, so that both tell one time.</summary>
    public TimeSpan Offset { get; } = offset;

    public static OffsetTimeProvider StartingAt(DateTimeOffset instant, TimeProvider system) => new(instant - system.GetUtcNow());

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Offset;
}
