namespace Orchestrator.Core.Scheduling.Spoken;

internal static class SpanEnds
{
    public static SpokenWhen Read(string? from, string? to, SpokenContext context) => throw new NotSupportedException();
}
