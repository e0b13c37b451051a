using NodaTime;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>
/// A time of day without doubt, or the doubt itself. With two readings the one inside opening hours counts; with neither inside
/// the daytime reading, so that the answer is about the hours; with both inside it is asked back.
/// </summary>
public abstract record ResolvedTime
{
    private ResolvedTime()
    {
    }

    public sealed record At(LocalTime Time, bool Approximate) : ResolvedTime;

    public sealed record Between(TimeRange Range) : ResolvedTime;

    /// <summary>Both readings lie inside opening hours.</summary>
    public sealed record Unclear(LocalTime Earlier, LocalTime Later) : ResolvedTime;

    public T Match<T>(Func<At, T> at, Func<Between, T> between, Func<Unclear, T> unclear) => this switch
    {
        At it => at(it),
        Between it => between(it),
        Unclear it => unclear(it),
        _ => throw new InvalidOperationException("The cases of ResolvedTime are closed."),
    };
}
