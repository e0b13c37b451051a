namespace Orchestrator.Web.Components.Shared;

/// <summary>One chip of a row of filters.</summary>
/// <param name="Value">In the address; null is "all" and leaves the key out.</param>
/// <param name="Label">On the chip.</param>
/// <param name="Count">How many rows it would leave, where that is known.</param>
public sealed record FilterOption(string? Value, string Label, int? Count = null);
