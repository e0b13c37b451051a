using Microsoft.AspNetCore.Components;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Components.Shared;

/// <summary>Base of every page of an organization: its address begins with the slug, and <see cref="Org"/> is whose it is.</summary>
public abstract class OrgPage : ComponentBase
{
    [Parameter]
    public string Slug { get; set; } = "";

    /// <summary>Never null here: a page without it is not authorized and not rendered.</summary>
    [CascadingParameter]
    public CurrentOrg Org { get; set; } = null!;
}
