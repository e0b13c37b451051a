using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Identity;
using Xunit;

namespace Orchestrator.Web.Tests.Identity;

public sealed class InvitationTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private InvitationStore Invitations => portal.Get<InvitationStore>();

    [Fact]
    public async Task Accept_OfAnOpenInvitation_MakesTheMemberOnce()
    {
        var token = await Invitations.InviteAsync(PortalFixture.Operator(portal.Marlow), "dana@people.example", StaffRole.Receptionist, Ct);

        var accepted = await Invitations.AcceptAsync(token, "Dana", "five green kettles", Ct);
        var again = await Invitations.AcceptAsync(token, "Dana", "five green kettles", Ct);

        Assert.Equal(StaffRole.Receptionist, await portal.Get<MembershipStore>().RoleOfAsync(portal.Marlow, accepted.Value.Id, Ct));
        Assert.False(again.IsSuccess);
    }

    [Fact]
    public async Task Accept_WithACommonPassword_LeavesTheInvitationOpen()
    {
        var token = await Invitations.InviteAsync(PortalFixture.Operator(portal.Marlow), "eli@people.example", StaffRole.Auditor, Ct);

        var refused = await Invitations.AcceptAsync(token, "Eli", "Password1234!", Ct);

        Assert.False(refused.IsSuccess);
        Assert.NotNull(await Invitations.FindAsync(token, Ct));
    }

    [Fact]
    public async Task Accept_BySomebodyElse_IsRefused()
    {
        var token = await Invitations.InviteAsync(PortalFixture.Operator(portal.Marlow), "fay@people.example", StaffRole.Manager, Ct);
        var other = await portal.NewUserAsync("gus@people.example");

        Assert.False(await Invitations.AcceptAsync(token, other, "gus@people.example", Ct));
        Assert.Null(await portal.Get<MembershipStore>().RoleOfAsync(portal.Marlow, other, Ct));
    }

    [Fact]
    public async Task Invite_ByWhoMayNot_IsRefused()
    {
        var auditor = new OrgContext(portal.Marlow, Actor.Staff(await portal.UserAsync("auditor@marlow.example")));

        await Assert.ThrowsAsync<StaffAccessException>(() => Invitations.InviteAsync(auditor, "hal@people.example", StaffRole.Manager, Ct));
        await Assert.ThrowsAsync<StaffAccessException>(() => portal.Get<MemberStore>().AllAsync(auditor, Ct));
    }

    [Fact]
    public async Task Find_OfAnUnknownToken_IsNothing() => Assert.Null(await Invitations.FindAsync("no-such-token", Ct));
}
