using Microsoft.EntityFrameworkCore;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Desk;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Verification;
using Xunit;

namespace Orchestrator.Core.Tests.Desk;

public sealed class DeskServiceTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TodayAsync_NothingYet_IsEmptyWithADayOfHours()
    {
        var desk = await TestDesk.OpenAsync(database);

        var board = await desk.Desk.TodayAsync(desk.Somebody(StaffRole.Receptionist), Ct);

        Assert.Empty(board.Holds);
        Assert.Empty(board.Calls);
        Assert.InRange(board.CallsByHour.Count, 23, 25);
        Assert.All(board.CallsByHour.Concat(board.BookedByHour), count => Assert.Equal(0, count));
    }

    [Fact]
    public async Task TodayAsync_CallHoldsATimeAndWasTexted_ShowsEachStep()
    {
        var desk = await TestDesk.OpenAsync(database);
        var person = desk.Somebody(StaffRole.Receptionist);
        var (call, seen) = await desk.HoldAsync();
        await desk.Calls.StartedAsync(call, new CallStarted(CallChannel.Call, CallDirection.Inbound, null, null, null), Ct);
        await desk.Holds.ResendAsync(person, seen.Id, Ct);

        var board = await desk.Desk.TodayAsync(person, Ct);

        var hold = Assert.Single(board.Holds);
        Assert.Equal((seen.Id, "0123", call.CallId), (hold.Id, hold.LastFour, hold.CallId));
        Assert.Equal((ChallengeState.Active, DispatchState.Accepted, 1), (hold.CodeState!.Value, hold.TextState!.Value, hold.CodeSends!.Value));
        Assert.True(hold.IsWaitingForCode);
        Assert.False(hold.NeedsStaff);
        Assert.Equal(call.CallId, Assert.Single(board.Calls).Id);
        Assert.Equal(1, board.CallsByHour.Sum());
        Assert.Equal(1, board.CodesByHour.Sum());
        Assert.Equal(seen, hold.Seen);
    }

    [Fact]
    public async Task TodayAsync_HandedToStaff_SaysWhyAndCountsIt()
    {
        var desk = await TestDesk.OpenAsync(database);
        var (call, seen) = await desk.HoldAsync();
        await desk.Bookings.HandToStaffAsync(call, seen.Id, "no_more_codes", Ct);

        var board = await desk.Desk.TodayAsync(desk.Somebody(StaffRole.Manager), Ct);

        Assert.Equal("no_more_codes", Assert.Single(board.NeedingStaff).Why);
        Assert.Equal(1, board.StaffByHour.Sum());
    }

    [Fact]
    public async Task TodayAsync_GuessesGoOnAfterTheLastOneAllowed_CountTheHoldOnce()
    {
        var desk = await TestDesk.OpenAsync(database);
        var (call, seen) = await desk.HoldAsync();
        await database.Db.RunAsync(
            call,
            (rows, token) => rows.Database.ExecuteSqlAsync(
                $"select append_audit({call.Org.Value}, {call.Actor.ToString()}, 'code.verified', 'locked', {seen.Id.ToString()}, null, null, null) from generate_series(1, 3)", token),
            Ct);

        var board = await desk.Desk.TodayAsync(desk.Somebody(StaffRole.Manager), Ct);

        Assert.Equal(1, board.StaffByHour.Sum());
    }

    [Fact]
    public async Task TodayAsync_CallWentToAPerson_ItsHoldNeedsStaff()
    {
        var desk = await TestDesk.OpenAsync(database);
        var (call, _) = await desk.HoldAsync();
        await desk.Calls.EndedAsync(
            call, new CallEnded(CallChannel.Call, CallDirection.Inbound, null, null, "forwarded", true, null, null, null, null), Ct);

        var board = await desk.Desk.TodayAsync(desk.Somebody(StaffRole.Manager), Ct);

        Assert.True(Assert.Single(board.NeedingStaff).IsTransferred);
        Assert.Empty(board.Calls);
    }

    [Fact]
    public async Task TodayAsync_ReleasedHoldAndAnotherOrganizations_AreNotThere()
    {
        var (desk, other) = (await TestDesk.OpenAsync(database), await TestDesk.OpenAsync(database));
        await other.HoldAsync();
        var (_, gone) = await desk.HoldAsync();
        await desk.Holds.ReleaseAsync(desk.Somebody(StaffRole.Manager), gone, Ct);

        var board = await desk.Desk.TodayAsync(desk.Somebody(StaffRole.Manager), Ct);

        Assert.Empty(board.Holds);
    }

    [Fact]
    public async Task TodayAsync_Auditor_MayNotSeePatients()
    {
        var desk = await TestDesk.OpenAsync(database);

        await Assert.ThrowsAsync<StaffAccessException>(() => desk.Desk.TodayAsync(desk.Somebody(StaffRole.Auditor), Ct));
    }

    [Fact]
    public async Task HoldStoryAsync_HoldTextedAndConfirmedByStaff_TellsItInOrder()
    {
        var desk = await TestDesk.OpenAsync(database);
        var person = desk.Somebody(StaffRole.Receptionist);
        var (_, seen) = await desk.HoldAsync();
        await desk.Holds.ResendAsync(person, seen.Id, Ct);
        await desk.Holds.ConfirmAsync(person, seen, StaffReason.AtTheDesk, null, Ct);

        var story = await desk.Desk.HoldStoryAsync(person, seen.Id, Ct);

        Assert.Equal(["claim_slot", "hold.claimed", "1", "appointment.booked"], story.Select(entry => entry.What));
        Assert.Equal("accepted", story.Single(entry => entry.Kind == StoryKind.Text).Outcome);
        Assert.Equal(person.Actor.ToString(), story.Single(entry => entry.What == "appointment.booked").Actor);
    }
}
