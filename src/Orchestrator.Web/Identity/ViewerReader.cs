using System.Security.Claims;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Identity;

/// <summary>Turns a signed-in principal into what the frame shows, and an address into the organization it names.</summary>
public sealed class ViewerReader(MembershipStore memberships, ClinicDirectory clinics)
{
    /// <summary>Null when nobody is signed in.</summary>
    public async Task<Viewer?> ReadAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (principal.UserId is not { } user)
            return null;
        var orgs = new List<OrgChoice>();
        foreach (var membership in await memberships.OfAsync(user, ct))
        {
            var clinic = await clinics.GetAsync(membership.Org, ct);
            orgs.Add(new OrgChoice(membership.Org, membership.Slug, clinic.Name, clinic.Schedule.Zone, membership.Role));
        }
        var email = principal.FindFirstValue(ClaimTypes.Email) ?? "";
        return new Viewer(user, principal.FindFirstValue(PortalClaims.DisplayName) ?? email, email, principal.IsInRole(PortalRole.PlatformAdmin), [.. orgs]);
    }

    /// <summary>Null when the user does not belong to it, or there is none of that name: the two look alike.</summary>
    public async Task<CurrentOrg?> OpenAsync(Viewer viewer, string slug, CancellationToken ct)
    {
        if (viewer.Orgs.FirstOrDefault(org => org.Slug == slug) is not { } choice)
            return null;
        var clinic = await clinics.GetAsync(choice.Org, ct);
        return new CurrentOrg(
            new OrgContext(choice.Org, Actor.Staff(viewer.UserId)), clinic.Slug, clinic.Name, clinic.Schedule.Zone, clinic.Locale, choice.Role, clinic.IsTest);
    }
}
