namespace Orchestrator.Web.Hosting.Clock;

internal static class ClockRegistration
{
    /// <summary>One clock for everything: <see cref="TimeProvider"/> in C#, and its <see cref="ClockOffset"/> for SQL.</summary>
    public static void AddClock(this WebApplicationBuilder builder)
    {
        var fixedClock = builder.Configuration.GetSection(DevelopmentOptions.Section).Get<DevelopmentOptions>()?.FixedClockInstant;
        var clock = fixedClock is { } instant ? OffsetTimeProvider.StartingAt(instant, TimeProvider.System) : new OffsetTimeProvider(TimeSpan.Zero);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(new ClockOffset(clock.Offset));
    }
}
