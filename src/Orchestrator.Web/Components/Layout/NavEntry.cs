using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Components.Layout;

/// <summary>One page of the navigation and the palette.</summary>
/// <param name="Group">Desk, Clinic, Trust or Platform.</param>
/// <param name="Title">As the page calls itself.</param>
/// <param name="Path">Below the organization's slug; below <c>/platform</c> for the platform's.</param>
/// <param name="Icon">A name of <see cref="Shared.IconPaths"/>.</param>
/// <param name="Task">Who may see it; the page's own attribute says the same.</param>
/// <param name="Keywords">Further words that find it.</param>
public sealed record NavEntry(string Group, string Title, string Path, string Icon, StaffTask Task, string Keywords = "")
{
    public bool IsPlatform => Task == StaffTask.SeePlatform;

    public string Href(string? slug) => IsPlatform ? $"/platform/{Path}" : $"/{slug}/{Path}";
}
