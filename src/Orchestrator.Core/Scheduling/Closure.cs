using NodaTime;

namespace Orchestrator.Core.Scheduling;

/// <summary>A date on which a location is closed: no window starts on it, and tails of the night before end at its midnight.</summary>
public sealed record Closure(LocalDate Date, string Name);
