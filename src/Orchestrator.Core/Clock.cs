using NodaTime;

namespace Orchestrator.Core;

/// <summary>NodaTime's instant from the one clock.</summary>
public static class Clock
{
    public static Instant GetCurrentInstant(this TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());
}
