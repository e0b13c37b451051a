namespace Orchestrator.Core.Credentials;

/// <summary>What one pass of sealing again has done.</summary>
/// <param name="Counts">Values sealed again, by kind.</param>
/// <param name="Damaged">Where a value does not open: its kind and the organization's slug, such as "credential of harborview".</param>
public sealed record Rewrapped(IReadOnlyDictionary<string, int> Counts, IReadOnlyList<string> Damaged);
