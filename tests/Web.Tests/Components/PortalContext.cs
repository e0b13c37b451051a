using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Identity;

namespace Orchestrator.Web.Tests.Components;

/// <summary>What a component finds around it: a stepped clock, a clinic in Los Angeles, scripts that answer nothing.</summary>
public abstract class PortalContext : BunitContext
{
    protected PortalContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(Time);
    }

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 17, 0, 0, TimeSpan.Zero));

    protected Instant Now => Instant.FromDateTimeOffset(Time.GetUtcNow());

    protected static CurrentOrg Org(StaffRole role = StaffRole.Manager) => new(
        new OrgContext(new OrgId(Guid.Parse("01981101-0000-7000-8000-000000000001")), Actor.Staff(Guid.Parse("01981101-0000-7000-8000-0000000000aa"))),
        "harborview", "Harborview Family Clinic", DateTimeZoneProviders.Tzdb["America/Los_Angeles"], CultureInfo.GetCultureInfo("en-US"), role, IsTest: false);

    protected static Viewer Viewer(StaffRole role = StaffRole.Manager)
    {
        var org = Org(role);
        return role == StaffRole.PlatformAdmin
            ? new Viewer(Guid.Empty, "Pat Admin", "pat@people.example", IsPlatformAdmin: true, [])
            : new Viewer(Guid.Empty, "Dana Okafor", "dana@people.example", IsPlatformAdmin: false, [new OrgChoice(org.Id, org.Slug, org.Name, org.Zone, role)]);
    }
}
