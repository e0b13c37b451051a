using System.Globalization;
using NodaTime;
using Orchestrator.Core.Tenancy;

namespace Orchestrator.Web.Identity;

/// <summary>
/// The organization of the page's address and what the user is to it. Handed down as a cascading value, new for every
/// navigation and never changed: a page uses <see cref="Context"/> for every call into Core.
/// </summary>
/// <param name="Context">Whose rows and on whose behalf; the actor is the signed-in user.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Zone">In which all its times are told.</param>
/// <param name="Locale">How its dates and numbers are written.</param>
/// <param name="Role">What the user is to it.</param>
/// <param name="IsTest">Texts go to the sandbox.</param>
public sealed record CurrentOrg(OrgContext Context, string Slug, string Name, DateTimeZone Zone, CultureInfo Locale, StaffRole Role, bool IsTest)
{
    public OrgId Id => Context.Org;

    public bool May(StaffTask task) => Role.May(task);

    /// <summary>The address of one of its pages: <c>Url("holds")</c>.</summary>
    public string Url(string page) => $"/{Slug}/{page}";
}
