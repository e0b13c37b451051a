namespace Orchestrator.Web.Components.Layout;

/// <summary>One line of the palette.</summary>
/// <param name="Group">Under which heading.</param>
/// <param name="Title">What it is.</param>
/// <param name="Detail">What tells it from its like; never a full phone number.</param>
/// <param name="Href">Where it is.</param>
/// <param name="Icon">A name of <see cref="Shared.IconPaths"/>.</param>
public sealed record SearchHit(string Group, string Title, string? Detail, string Href, string Icon);
