namespace Orchestrator.Core.Scheduling.Spoken;

internal static class WhenReader
{
    public static SpokenWhen Read(string? date, string? time, string? partOfDay, SpokenContext context) => throw new NotSupportedException();
}
