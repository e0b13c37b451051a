namespace Orchestrator.Web.Hosting.Clock;

internal static class ClockRegistration
{
    /// <summary>One clock for everything: <see cref="TimeProvider"/> in C#, and its <see cref="ClockOffset"/> for SQL.</summary>
    public static void AddClock(this WebApplicationBuilder builder)
    {
        var instant = builder.Configuration.GetSection(DevelopmentOptions.Section).Get<DevelopmentOptions>()?.FixedClockInstant;
        var moved = instant is { } start ? OffsetTimeProvider.StartingAt(start, TimeProvider.System) : null;
        builder.Services.AddSingleton(moved ?? TimeProvider.System);
        builder.Services.AddSingleton(new ClockOffset(moved?.Offset ?? TimeSpan.Zero));
    }
}
