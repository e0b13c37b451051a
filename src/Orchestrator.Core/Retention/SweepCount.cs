namespace Orchestrator.Core.Retention;

/// <param name="Holds">Holds marked as expired.</param>
/// <param name="Dispatches">Texts settled as abandoned or unknown.</param>
public sealed record SweepCount(int Holds, int Dispatches);
