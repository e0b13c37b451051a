using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Identity;
using Xunit;

namespace Orchestrator.Web.Tests.Identity;

public sealed class StaffGuardTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private StaffGuard Guard => portal.Get<StaffGuard>();

    [Fact]
    public async Task Require_OfAMember_FollowsTheRoleInThatOrganization()
    {
        var receptionist = Actor.Staff(await portal.UserAsync("receptionist@harborview.example"));

        await Guard.RequireAsync(new OrgContext(portal.Harborview, receptionist), StaffTask.WorkDesk, Ct);

        await Assert.ThrowsAsync<StaffAccessException>(() => Guard.RequireAsync(new OrgContext(portal.Harborview, receptionist), StaffTask.SeeAudit, Ct).AsTask());
        await Assert.ThrowsAsync<StaffAccessException>(() => Guard.RequireAsync(new OrgContext(portal.Marlow, receptionist), StaffTask.SeeDesk, Ct).AsTask());
    }

    [Fact]
    public async Task Require_AfterTheRoleChanged_FollowsAtOnce()
    {
        var user = await portal.NewUserAsync();
        var context = new OrgContext(portal.Harborview, Actor.Staff(user));
        await portal.Get<MemberStore>().SetRoleAsync(PortalFixture.Operator(portal.Harborview), user, StaffRole.Manager, Ct);
        await Guard.RequireAsync(context, StaffTask.ManagePeople, Ct);

        await portal.Get<MemberStore>().SetRoleAsync(PortalFixture.Operator(portal.Harborview), user, StaffRole.Auditor, Ct);

        await Assert.ThrowsAsync<StaffAccessException>(() => Guard.RequireAsync(context, StaffTask.ManagePeople, Ct).AsTask());
        await Guard.RequireAsync(context, StaffTask.SeeAudit, Ct);
    }

    [Fact]
    public async Task Require_OfADisabledUser_IsRefused()
    {
        var user = await portal.NewUserAsync();
        await portal.Get<MemberStore>().SetRoleAsync(PortalFixture.Operator(portal.Harborview), user, StaffRole.Manager, Ct);

        await portal.Get<AccountStore>().SetDisabledAsync(user, true, Ct);

        await Assert.ThrowsAsync<StaffAccessException>(() => Guard.RequireAsync(new OrgContext(portal.Harborview, Actor.Staff(user)), StaffTask.SeeDesk, Ct).AsTask());
        Assert.Empty(await portal.Get<MembershipStore>().OfAsync(user, Ct));
    }

    [Fact]
    public async Task Require_OfThePlatformAdmin_OpensNoOrganization()
    {
        var admin = Actor.Staff(await portal.UserAsync(DevelopmentSignIns.PlatformAdmin));

        foreach (var task in Enum.GetValues<StaffTask>())
            await Assert.ThrowsAsync<StaffAccessException>(() => Guard.RequireAsync(new OrgContext(portal.Harborview, admin), task, Ct).AsTask());
        await Guard.RequirePlatformAsync(admin, Ct);
    }

    [Fact]
    public async Task Require_OfWhoIsNotStaff_IsRefused()
    {
        foreach (var actor in (Actor[])[Actor.Voice("call-1"), Actor.Job("sweep"), new(ActorKind.Staff, "not-a-user"), Actor.Staff(Guid.NewGuid())])
        {
            await Assert.ThrowsAsync<StaffAccessException>(() => Guard.RequireAsync(new OrgContext(portal.Harborview, actor), StaffTask.SeeDesk, Ct).AsTask());
            await Assert.ThrowsAsync<StaffAccessException>(() => Guard.RequirePlatformAsync(actor, Ct).AsTask());
        }
    }
}
