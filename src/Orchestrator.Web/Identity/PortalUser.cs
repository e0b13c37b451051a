using Microsoft.AspNetCore.Identity;

namespace Orchestrator.Web.Identity;

/// <summary>A person who signs in. Users are global; <see cref="Membership"/> ties them to organizations.</summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>As colleagues see it; the part before the @ until the person changes it.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Signs in no more, and is out of every open page within a minute.</summary>
    public bool IsDisabled { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
}
