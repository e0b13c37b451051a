using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Tenancy;
using Xunit;

namespace Orchestrator.Core.Tests.Booking;

public sealed class HoldDeskTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReleaseAsync_SecondOfTwo_IsToldWhoDidWhatAndWhen()
    {
        var desk = await TestDesk.OpenAsync(database);
        var (first, second) = (desk.Somebody(StaffRole.Receptionist), desk.Somebody(StaffRole.Manager));
        var (_, hold) = await desk.HoldAsync();
        await desk.Holds.ReleaseAsync(first, hold, Ct);

        var refused = await desk.Holds.ReleaseAsync(second, hold, Ct);

        Assert.Equal(DeskRefusalKind.AlreadyReleased, refused!.Kind);
        Assert.Equal(first.Actor.ToString(), refused.LastChange!.Actor);
        Assert.Equal(("hold.released", "by_staff"), (refused.LastChange.Action, refused.LastChange.Outcome));
        Assert.True(refused.LastChange.At > hold.UpdatedAt);
    }

    [Fact]
    public async Task ReleaseAsync_BothAtOnce_OneWinsAndTheOtherNamesTheWinner()
    {
        var desk = await TestDesk.OpenAsync(database);
        var people = Enumerable.Range(0, 8).Select(_ => desk.Somebody(StaffRole.Receptionist)).ToArray();
        var (_, hold) = await desk.HoldAsync();

        var answers = await Task.WhenAll(people.Select(person => Task.Run(() => desk.Holds.ReleaseAsync(person, hold, Ct), Ct)));

        var winner = people[Assert.Single(Enumerable.Range(0, people.Length), i => answers[i] is null)];
        Assert.All(answers.OfType<DeskRefusal>(), refusal => Assert.Equal(winner.Actor.ToString(), refusal.LastChange!.Actor));
    }

    [Fact]
    public async Task ExtendAsync_LiveHold_KeepsItOneHoldLengthLonger()
    {
        var desk = await TestDesk.OpenAsync(database);
        var (_, hold) = await desk.HoldAsync();
        var before = (await desk.RowAsync(hold.Id)).ExpiresAt!.Value;

        var extended = await desk.Holds.ExtendAsync(desk.Somebody(StaffRole.Receptionist), hold, Ct);

        Assert.Equal(before + Duration.FromMinutes(10), extended.Value.ExpiresAt);
        Assert.Equal((extended.Value.ExpiresAt, 1), ((await desk.RowAsync(hold.Id)).ExpiresAt!.Value, (await desk.RowAsync(hold.Id)).Extensions));
    }

    [Fact]
    public async Task ExtendAsync_FourthTime_IsRefusedAndKeepsTheEnd()
    {
        var desk = await TestDesk.OpenAsync(database);
        var person = desk.Somebody(StaffRole.Receptionist);
        var (_, hold) = await desk.HoldAsync();
        for (var i = 0; i < HoldDesk.MaxExtensions; i++)
            Assert.True((await desk.Holds.ExtendAsync(person, await desk.SeeAsync(hold.Id), Ct)).IsSuccess);
        var before = (await desk.RowAsync(hold.Id)).ExpiresAt;

        var refused = await desk.Holds.ExtendAsync(person, await desk.SeeAsync(hold.Id), Ct);

        Assert.Equal(DeskRefusalKind.ExtendedEnough, refused.Refusal.Kind);
        Assert.Equal(before, (await desk.RowAsync(hold.Id)).ExpiresAt);
    }

    [Fact]
    public async Task ExtendAsync_LongHold_NeverPastAnHourAfterItWasMade()
    {
        var desk = await TestDesk.OpenAsync(database);
        var (_, hold) = await desk.HoldAsync(length: Duration.FromMinutes(55));

        var extended = await desk.Holds.ExtendAsync(desk.Somebody(StaffRole.Receptionist), hold, Ct);

        var row = await desk.RowAsync(hold.Id);
        Assert.Equal(row.CreatedAt + HoldDesk.MaxTotal, extended.Value.ExpiresAt);
    }

    [Fact]
    public async Task ExtendAsync_ColleagueExtendedSinceItWasShown_IsToldInsteadOfAddingMore()
    {
        var desk = await TestDesk.OpenAsync(database);
        var (first, second) = (desk.Somebody(StaffRole.Receptionist), desk.Somebody(StaffRole.Receptionist));
        var (_, hold) = await desk.HoldAsync();
        await desk.Holds.ExtendAsync(first, hold, Ct);

        var refused = await desk.Holds.ExtendAsync(second, hold, Ct);
        var afterLooking = await desk.Holds.ExtendAsync(second, await desk.SeeAsync(hold.Id), Ct);

        Assert.Equal(DeskRefusalKind.ChangedMeanwhile, refused.Refusal.Kind);
        Assert.Equal((first.Actor.ToString(), "hold.extended"), (refused.Refusal.LastChange!.Actor, refused.Refusal.LastChange.Action));
        Assert.True(afterLooking.IsSuccess);
    }

    [Fact]
    public async Task ReleaseAsync_AgentHandedItOverSinceItWasShown_StillWorks()
    {
        var desk = await TestDesk.OpenAsync(database);
        var (call, hold) = await desk.HoldAsync();
        await desk.Bookings.HandToStaffAsync(call, hold.Id, "no_more_codes", Ct);

        var refused = await desk.Holds.ReleaseAsync(desk.Somebody(StaffRole.Receptionist), hold, Ct);

        Assert.Null(refused);
    }

    [Fact]
    public async Task ConfirmAsync_WithReasonAndNote_BooksAndKeepsTheNoteOutOfTheChain()
    {
        var desk = await TestDesk.OpenAsync(database);
        var person = desk.Somebody(StaffRole.Receptionist);
        var (call, hold) = await desk.HoldAsync();

        var refused = await desk.Holds.ConfirmAsync(person, hold, StaffReason.CalledBack, "Mrs Byron, spoke to her daughter", Ct);

        var detail = await desk.HoldList.GetAsync(person, hold.Id, Ct);
        var links = await database.Db.RunAsync(call, (rows, ct) => rows.AuditEvents.AsNoTracking().ToListAsync(ct), Ct);
        Assert.Null(refused);
        Assert.Equal(BookingStatus.Booked, detail!.Row.Status);
        Assert.Equal(["Mrs Byron, spoke to her daughter"], detail.Notes);
        var booked = Assert.Single(links, link => link.Action == "appointment.booked");
        Assert.Equal((person.Actor.ToString(), "by_staff", "called_back", call.CallId), (booked.Actor, booked.Outcome, booked.Detail, booked.CallId));
        Assert.DoesNotContain(links, link => link.Detail?.Contains("Byron", StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData(StaffReason.Other, null)]
    [InlineData(StaffReason.Other, "   ")]
    public async Task ConfirmAsync_OtherWithoutWords_IsRefused(StaffReason reason, string? note)
    {
        var desk = await TestDesk.OpenAsync(database);
        var (_, hold) = await desk.HoldAsync();

        var refused = await desk.Holds.ConfirmAsync(desk.Somebody(StaffRole.Manager), hold, reason, note, Ct);

        Assert.Equal(DeskRefusalKind.NoReason, refused!.Kind);
        Assert.Equal(BookingStatus.Held, (await desk.RowAsync(hold.Id)).Status);
    }

    [Fact]
    public async Task ConfirmAsync_HoldLapsed_IsRefusedAndNothingIsBooked()
    {
        var desk = await TestDesk.OpenAsync(database);
        var (_, hold) = await desk.HoldAsync(length: Duration.FromMilliseconds(1));

        var refused = await desk.Holds.ConfirmAsync(desk.Somebody(StaffRole.Manager), hold, StaffReason.AtTheDesk, null, Ct);

        Assert.Equal(DeskRefusalKind.Lapsed, refused!.Kind);
        Assert.Null((await desk.RowAsync(hold.Id)).ConfirmedAt);
    }

    [Fact]
    public async Task ResendAsync_AgainAtOnce_SaysHowLongToWait()
    {
        var desk = await TestDesk.OpenAsync(database);
        var person = desk.Somebody(StaffRole.Receptionist);
        var (_, hold) = await desk.HoldAsync();

        var sent = await desk.Holds.ResendAsync(person, hold.Id, Ct);
        var again = await desk.Holds.ResendAsync(person, hold.Id, Ct);

        Assert.Equal("23", sent.Value.LastTwo);
        Assert.Single(desk.Texts.Texts);
        Assert.Equal(DeskRefusalKind.TextedJustNow, again.Refusal.Kind);
        Assert.InRange(again.Refusal.Wait, Duration.FromSeconds(1), Duration.FromSeconds(30));
    }

    [Theory]
    [InlineData(StaffRole.Auditor)]
    [InlineData(StaffRole.PlatformAdmin)]
    public async Task EveryAction_RoleThatMayNot_ThrowsAndChangesNothing(StaffRole role)
    {
        var desk = await TestDesk.OpenAsync(database);
        var person = desk.Somebody(role);
        var (_, hold) = await desk.HoldAsync();

        await Assert.ThrowsAsync<StaffAccessException>(() => desk.Holds.ReleaseAsync(person, hold, Ct));
        await Assert.ThrowsAsync<StaffAccessException>(() => desk.Holds.ExtendAsync(person, hold, Ct));
        await Assert.ThrowsAsync<StaffAccessException>(() => desk.Holds.ConfirmAsync(person, hold, StaffReason.AtTheDesk, null, Ct));
        await Assert.ThrowsAsync<StaffAccessException>(() => desk.Holds.ResendAsync(person, hold.Id, Ct));

        Assert.Equal(hold, await desk.SeeAsync(hold.Id));
    }

    [Fact]
    public async Task ReleaseAsync_AnotherOrganizationsHold_SoundsLikeNone()
    {
        var (ours, theirs) = (await TestDesk.OpenAsync(database), await TestDesk.OpenAsync(database));
        var (_, foreign) = await theirs.HoldAsync();

        var refused = await ours.Holds.ReleaseAsync(ours.Somebody(StaffRole.Manager), foreign, Ct);

        Assert.Equal(new DeskRefusal(DeskRefusalKind.NotFound), refused);
        Assert.Equal(BookingStatus.Held, (await theirs.RowAsync(foreign.Id)).Status);
    }
}
