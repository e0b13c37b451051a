namespace Orchestrator.Web.Hosting.Clock;

/// <summary>A clock moved by a constant. Durations and timers run as ever.</summary>
public sealed class OffsetTimeProvider(TimeProvider clock, TimeSpan offset) : TimeProvider
{
    /// <summary>What SQL's clock must be moved by as well, so that both tell one time.</summary>
    public TimeSpan Offset { get; } = offset;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public static OffsetTimeProvider StartingAt(DateTimeOffset instant, TimeProvider clock) => new(clock, instant - clock.GetUtcNow());

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + Offset;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);
}
