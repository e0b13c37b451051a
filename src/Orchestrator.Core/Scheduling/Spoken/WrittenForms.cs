using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

internal static class WrittenForms
{
    public static Instant? TryReadInstant(string text, DateTimeZone zone) => null;
}
