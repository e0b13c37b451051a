using Microsoft.AspNetCore.Authorization;
using Orchestrator.Core.Tenancy;
using PageRoute = Microsoft.AspNetCore.Components.RouteData;

namespace Orchestrator.Web.Identity;

/// <summary>
/// Judges a page by the organization in its own address, on the request that opens it and on every navigation inside a
/// circuit. The services behind the page judge again (<see cref="StaffGuard"/>).
/// </summary>
internal sealed class StaffAuthorization(MembershipStore memberships) : AuthorizationHandler<StaffRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, StaffRequirement requirement)
    {
        if (context.User.UserId is not { } user)
            return;
        if (requirement.Task == StaffTask.SeePlatform)
        {
            if (await memberships.IsPlatformAdminAsync(user, CancellationToken.None))
                context.Succeed(requirement);
            return;
        }

        var slug = SlugOf(context.Resource);
        var role = (await memberships.OfAsync(user, CancellationToken.None)).FirstOrDefault(membership => membership.Slug == slug)?.Role;
        if (role is { } found && found.May(requirement.Task))
            context.Succeed(requirement);
    }

    private static string? SlugOf(object? resource) => resource switch
    {
        HttpContext http => http.GetRouteValue("Slug") as string,
        PageRoute route => route.RouteValues.TryGetValue("Slug", out var slug) ? slug as string : null,
        _ => null,
    };
}
