namespace Orchestrator.Web.Components.Desk;

/// <summary>What came of a staff action.</summary>
/// <param name="Title">The time it was about, as its card has it.</param>
public sealed record HoldSaid(Guid Hold, string Title, bool IsGood, string Text);
