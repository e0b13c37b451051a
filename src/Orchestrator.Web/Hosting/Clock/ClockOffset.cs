namespace Orchestrator.Web.Hosting.Clock;

/// <summary>By how much Development:FixedClock moved the clock; zero without it.</summary>
public sealed record ClockOffset(TimeSpan Value);
