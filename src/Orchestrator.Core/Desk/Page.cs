namespace Orchestrator.Core.Desk;

/// <summary>One page of a list, newest first.</summary>
/// <param name="Rows">At most the page's size.</param>
/// <param name="Next">Give it back to get the page after this one; none at the end. Opaque text.</param>
public sealed record Page<T>(IReadOnlyList<T> Rows, string? Next);
