using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Tests.Calls;
using Xunit;

namespace Orchestrator.Core.Tests.Booking;

public sealed class BookingServiceTests(TestDatabase database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BookingService Bookings => new(database.Db, database.Activity);

    [Fact]
    public async Task ClaimAsync_FreeSlot_HoldsItAndFillsTheAnswer()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var call = clinic.NewCall();

        var answer = (await Bookings.ClaimAsync(call, clinic.Claim(TestClinic.FirstSlot), Ct)).Value;

        var hold = await OnlyBookingAsync(clinic);
        Assert.Equal(TestClinic.HoldId(answer), hold.Id);
        Assert.Equal(BookingStatus.Held, hold.Status);
        Assert.Matches("\"expires_at\":\"20[0-9-]+T[0-9:]+Z\"", answer.Json);
    }

    [Fact]
    public async Task ClaimAsync_SlotHeldByAnotherCall_RefusesWithTaken()
    {
        var clinic = await TestClinic.CreateAsync(database);
        await Bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(TestClinic.FirstSlot), Ct);

        var second = await Bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(TestClinic.FirstSlot), Ct);

        Assert.Equal(ClaimRefusal.Taken, second.Refusal);
    }

    [Fact]
    public async Task ClaimAsync_SameToolCallAgain_GivesTheSameBytesAndOneHold()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var call = clinic.NewCall();
        var first = await Bookings.ClaimAsync(call, clinic.Claim(TestClinic.FirstSlot), Ct);

        var again = await Bookings.ClaimAsync(call, clinic.Claim(TestClinic.FirstSlot), Ct);

        Assert.Equal(first.Value, again.Value);
        await OnlyBookingAsync(clinic);
    }

    [Fact]
    public async Task ClaimAsync_SameCallAndPatientWithNewToolCall_FindsTheSameHold()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var first = await Bookings.ClaimAsync(clinic.Call("c"), clinic.Claim(TestClinic.FirstSlot), Ct);

        var again = await Bookings.ClaimAsync(clinic.Call("c"), clinic.Claim(TestClinic.FirstSlot, "ADA byron"), Ct);

        Assert.Equal(TestClinic.HoldId(first.Value), TestClinic.HoldId(again.Value));
    }

    [Fact]
    public async Task ClaimAsync_SamePatientAnotherTime_ReplacesTheHold()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var first = await Bookings.ClaimAsync(clinic.Call("c"), clinic.Claim(TestClinic.FirstSlot), Ct);

        // Overlaps the first: the patient's own hold must not stand in the way of its replacement.
        var second = await Bookings.ClaimAsync(clinic.Call("c"), clinic.Claim(TestClinic.FirstSlot + Duration.FromMinutes(15)), Ct);

        var rows = await BookingsOfAsync(clinic);
        Assert.Equal(BookingStatus.Released, rows.Single(row => row.Id == TestClinic.HoldId(first.Value)).Status);
        Assert.Equal(BookingStatus.Held, rows.Single(row => row.Id == TestClinic.HoldId(second.Value)).Status);
    }

    [Fact]
    public async Task ClaimAsync_AnotherPatientOfTheSameCall_GetsOneMoreHoldButNotTheSameTime()
    {
        var clinic = await TestClinic.CreateAsync(database);
        await Bookings.ClaimAsync(clinic.Call("c"), clinic.Claim(TestClinic.FirstSlot), Ct);

        var sameTime = await Bookings.ClaimAsync(clinic.Call("c"), clinic.Claim(TestClinic.FirstSlot, "Grace Hopper"), Ct);
        var nextTime = await Bookings.ClaimAsync(clinic.Call("c"), clinic.Claim(TestClinic.FirstSlot + Duration.FromMinutes(30), "Grace Hopper"), Ct);

        Assert.Equal(ClaimRefusal.Taken, sameTime.Refusal);
        Assert.True(nextTime.IsSuccess);
        Assert.Equal(2, (await BookingsOfAsync(clinic)).Count(row => row.Status == BookingStatus.Held));
    }

    [Fact]
    public async Task ClaimAsync_FirstProviderTaken_TakesTheNextAndAnswersForIt()
    {
        var clinic = await TestClinic.CreateAsync(database, providers: 2);
        await Bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(TestClinic.FirstSlot), Ct);

        var second = await Bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(TestClinic.FirstSlot), Ct);

        Assert.Contains(clinic.Providers[1].ToString(), second.Value.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClaimAsync_LapsedHoldInTheWay_ExpiresItAndTakesTheTime()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var lapsed = await Bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(TestClinic.FirstSlot, hold: Duration.FromMilliseconds(1)), Ct);

        var taken = await Bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(TestClinic.FirstSlot), Ct);

        Assert.True(taken.IsSuccess);
        Assert.Equal(BookingStatus.Expired, (await BookingsOfAsync(clinic)).Single(row => row.Id == TestClinic.HoldId(lapsed.Value)).Status);
    }

    [Fact]
    public async Task ClaimAsync_GroupService_SharesOneStartUpToItsCapacity()
    {
        var clinic = await TestClinic.CreateAsync(database, capacity: 3);

        var answers = new List<Result<StoredAnswer, ClaimRefusal>>();
        for (var i = 0; i < 4; i++)
            answers.Add(await Bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(TestClinic.FirstSlot, capacity: 3), Ct));

        Assert.Equal([true, true, true, false], answers.Select(answer => answer.IsSuccess));
        Assert.Equal([1, 2, 3], (await BookingsOfAsync(clinic)).Select(row => row.Seat).Order());
    }

    [Fact]
    public async Task ClaimAsync_RulesChangedMeanwhile_AsksToJudgeAgain()
    {
        var clinic = await TestClinic.CreateAsync(database);

        var refused = await Bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(TestClinic.FirstSlot) with { ClinicVersion = 0 }, Ct);

        Assert.Equal(ClaimRefusal.RulesChanged, refused.Refusal);
    }

    [Fact]
    public async Task ClaimAsync_CallIsOver_HoldsNothing()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var call = clinic.Call("over");
        await new TestCalls(database).Events.EndedAsync(call, Ended(), Ct);

        var refused = await Bookings.ClaimAsync(call, clinic.Claim(TestClinic.FirstSlot), Ct);

        Assert.Equal(ClaimRefusal.CallEnded, refused.Refusal);
    }

    [Fact]
    public async Task ConfirmAsync_Twice_MakesOneAppointment()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var call = clinic.Call("c");
        await Bookings.ClaimAsync(call, clinic.Claim(TestClinic.FirstSlot), Ct);
        var hold = (await new HoldFinder(database.Db, TimeProvider.System).FindAsync(call, null, Ct)).Value;

        var first = await Bookings.ConfirmAsync(call, hold, "no_code_required", Ct);
        var second = await Bookings.ConfirmAsync(call, hold, "no_code_required", Ct);

        Assert.True(first.Value.IsNew);
        Assert.False(second.Value.IsNew);
        Assert.Equal(first.Value.Appointment.Id, second.Value.Appointment.Id);
    }

    [Fact]
    public async Task ReleaseAsync_LapsedHold_ReleasesNothingAndSaysSo()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var call = clinic.Call("c");
        var hold = TestClinic.HoldId((await Bookings.ClaimAsync(call, clinic.Claim(TestClinic.FirstSlot, hold: Duration.FromMilliseconds(1)), Ct)).Value);

        var refusal = await Bookings.ReleaseAsync(call, hold, Ct);

        Assert.Equal(ReleaseRefusal.NotFound, refusal);
    }

    [Fact]
    public async Task FindAsync_HoldOfAnotherCallOrOrganization_SoundsLikeNone()
    {
        var (ours, theirs) = (await TestClinic.CreateAsync(database), await TestClinic.CreateAsync(database));
        var foreign = TestClinic.HoldId((await Bookings.ClaimAsync(theirs.Call("c"), theirs.Claim(TestClinic.FirstSlot), Ct)).Value);
        var finder = new HoldFinder(database.Db, TimeProvider.System);

        var otherOrg = await finder.FindAsync(ours.Call("c"), foreign, Ct);
        var otherCall = await finder.FindAsync(theirs.Call("d"), foreign, Ct);

        Assert.Equal(HoldRefusal.NotFound, otherOrg.Refusal);
        Assert.Equal(HoldRefusal.NotFound, otherCall.Refusal);
    }

    [Fact]
    public async Task EndedAsync_UnverifiedHold_IsReleasedUnlessTransferred()
    {
        var clinic = await TestClinic.CreateAsync(database);
        var calls = new TestCalls(database).Events;
        await Bookings.ClaimAsync(clinic.Call("gone"), clinic.Claim(TestClinic.FirstSlot), Ct);
        await Bookings.ClaimAsync(clinic.Call("moved"), clinic.Claim(TestClinic.FirstSlot + Duration.FromHours(1)), Ct);

        await calls.EndedAsync(clinic.Call("gone"), Ended(), Ct);
        await calls.EndedAsync(clinic.Call("moved"), Ended() with { TransferredToPerson = true }, Ct);

        var rows = await BookingsOfAsync(clinic);
        Assert.Equal(BookingStatus.Released, rows.Single(row => row.CallId == "gone").Status);
        Assert.Equal(BookingStatus.Held, rows.Single(row => row.CallId == "moved").Status);
    }

    private static CallEnded Ended() =>
        new(CallChannel.Call, CallDirection.Inbound, null, null, "customer-ended-call", false, null, null, null, null);

    private async Task<BookingRecord> OnlyBookingAsync(TestClinic clinic) => Assert.Single(await BookingsOfAsync(clinic));

    private Task<List<BookingRecord>> BookingsOfAsync(TestClinic clinic) =>
        database.Db.RunAsync(new OrgContext(clinic.Org, Actor.Job("test")), (db, ct) => db.Bookings.AsNoTracking().ToListAsync(ct), Ct);
}
