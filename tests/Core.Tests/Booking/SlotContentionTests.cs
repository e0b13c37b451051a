using Microsoft.EntityFrameworkCore;
using NodaTime;
using Orchestrator.Core.Booking;
using Orchestrator.Core.Calls;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Tests.Calls;
using Xunit;

namespace Orchestrator.Core.Tests.Booking;

/// <summary>Many callers at once: nobody gets what another has, and nothing free is refused.</summary>
public sealed class SlotContentionTests(TestDatabase database)
{
    private const int Callers = 64;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private BookingService Bookings => new(database.Db, database.Activity);

    [Fact]
    public async Task ClaimAsync_ManyCallersWalkTheSameSlots_EverySlotHeldOnceWithoutDeadlock()
    {
        const int Slots = 40;
        var clinic = await TestClinic.CreateAsync(database);
        var deadlocks = await DeadlocksAsync();

        var won = await Race.AtOnceAsync(Callers, async _ =>
        {
            var wins = 0;
            for (var slot = 0; slot < Slots; slot++)
                wins += (await Bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(SlotAt(slot)), Ct)).IsSuccess ? 1 : 0;
            return wins;
        });

        Race.Report($"{Callers} callers, {Slots} slots: {won.Sum()} holds, {await DeadlocksAsync() - deadlocks} deadlocks");
        Assert.Equal(Slots, won.Sum());
        Assert.Equal(Slots, (await LiveAsync(clinic)).Select(row => row.StartsAt).Distinct().Count());
        Assert.Equal(deadlocks, await DeadlocksAsync());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    public async Task ClaimAsync_AnyOfSeveralProviders_EveryOneIsTaken(int providers)
    {
        var clinic = await TestClinic.CreateAsync(database, providers);

        var answers = await Race.AtOnceAsync(Callers, _ => Bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(SlotAt(0)), Ct));

        Assert.Equal(providers, answers.Count(answer => answer.IsSuccess));
        Assert.Equal(providers, (await LiveAsync(clinic)).Select(row => row.ProviderId).Distinct().Count());
    }

    [Fact]
    public async Task ClaimAsync_AsManyCallersAsProviders_NobodyIsRefused()
    {
        const int Providers = 16;
        var refused = await Race.CountHitsAsync("as many callers as providers", Race.Forced / 4, () => TestClinic.CreateAsync(database, Providers), async (clinic, trial) =>
        {
            var answers = await Race.AtOnceAsync(Providers, _ => Bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(SlotAt(trial)), Ct));
            return answers.Any(answer => !answer.IsSuccess);
        }, lanes: 1);

        Assert.Equal(0, refused);
    }

    [Fact]
    public async Task ClaimAsync_GroupSession_FillsEverySeatAndNoMore()
    {
        const int Seats = 12;
        var clinic = await TestClinic.CreateAsync(database, capacity: Seats);

        var answers = await Race.AtOnceAsync(Callers, _ => Bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(SlotAt(0), capacity: Seats), Ct));

        Assert.Equal(Seats, answers.Count(answer => answer.IsSuccess));
        Assert.Equal(Enumerable.Range(1, Seats), (await LiveAsync(clinic)).Select(row => row.Seat).Order());
    }

    [Fact]
    public async Task ClaimAsync_TwoProvidersOneRoom_TheRoomIsHeldOnce()
    {
        var hits = await Race.CountHitsAsync("one room", Race.Natural / 4, () => TestClinic.CreateAsync(database, providers: 2, rooms: 1), async (clinic, trial) =>
        {
            var answers = await Race.AtOnceAsync(8, async i => (await Bookings.ClaimAsync(
                clinic.NewCall(), clinic.Claim(SlotAt(trial), providers: [clinic.Providers[i % 2]]) with { RoomType = TestClinic.RoomType }, Ct)).IsSuccess);
            return answers.Count(won => won) != 1;
        });

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task ClaimAsync_RoomsForSome_AsManyHoldsAsRooms()
    {
        var clinic = await TestClinic.CreateAsync(database, providers: 6, rooms: 4);

        var answers = await Race.AtOnceAsync(Callers, _ => Bookings.ClaimAsync(clinic.NewCall(), clinic.Claim(SlotAt(0)) with { RoomType = TestClinic.RoomType }, Ct));

        Assert.Equal(4, answers.Count(answer => answer.IsSuccess));
        Assert.Equal(4, (await LiveAsync(clinic)).Select(row => row.RoomId).Distinct().Count());
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 0)]
    public async Task ClaimAsync_OneToolCallTenTimesAtOnce_SameBytesAndOneHold(int capacity, int rooms)
    {
        var hits = await Race.CountHitsAsync($"10 deliveries, capacity {capacity}, rooms {rooms}", Race.Forced, () => TestClinic.CreateAsync(database, capacity: capacity, rooms: rooms), async (clinic, trial) =>
        {
            var call = clinic.NewCall();
            var request = clinic.Claim(SlotAt(trial), capacity: capacity) with { RoomType = rooms > 0 ? TestClinic.RoomType : null };
            var answers = await Race.AtOnceAsync(10, _ => Bookings.ClaimAsync(call, request, Ct));
            return !answers.All(answer => answer.IsSuccess) || answers.Select(answer => answer.Value).Distinct().Count() != 1
                || (await LiveAsync(clinic)).Count(row => row.StartsAt == SlotAt(trial)) != 1;
        });

        Assert.Equal(0, hits);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public async Task ClaimAsync_FullRoomOrGroupWithTheCallsOwnHoldInIt_FindsThatHoldAgain(int capacity, int rooms)
    {
        var clinic = await TestClinic.CreateAsync(database, capacity: capacity, rooms: rooms);
        var request = clinic.Claim(SlotAt(0), capacity: capacity) with { RoomType = rooms > 0 ? TestClinic.RoomType : null };
        for (var seat = 1; seat < capacity; seat++)
            await Bookings.ClaimAsync(clinic.NewCall(), request, Ct);
        var first = await Bookings.ClaimAsync(clinic.Call("c"), request, Ct);

        var again = await Bookings.ClaimAsync(clinic.Call("c"), request, Ct);

        Assert.Equal(TestClinic.HoldId(first.Value), TestClinic.HoldId(again.Value));
    }

    [Fact]
    public async Task ClaimAsync_RoomHeldByAStaffHoldForTheSameName_TakesTheOtherRoom()
    {
        var clinic = await TestClinic.CreateAsync(database, providers: 2, rooms: 2);
        var request = clinic.Claim(SlotAt(0)) with { RoomType = TestClinic.RoomType };
        var desk = new OrgContext(clinic.Org, Actor.Staff(Guid.NewGuid()));
        await Bookings.ClaimAsync(desk, request, Ct);

        var second = await Bookings.ClaimAsync(desk, request, Ct);

        Assert.True(second.IsSuccess);
        Assert.Equal(2, (await LiveAsync(clinic)).Select(row => row.RoomId).Distinct().Count());
    }

    [Fact]
    public async Task ClaimAsync_OnlyRoomHeldByThePatientsOtherTime_MovesTheHold()
    {
        var clinic = await TestClinic.CreateAsync(database, rooms: 1);
        await Bookings.ClaimAsync(clinic.Call("c"), clinic.Claim(SlotAt(0)) with { RoomType = TestClinic.RoomType }, Ct);

        var later = await Bookings.ClaimAsync(clinic.Call("c"), clinic.Claim(SlotAt(0) + Duration.FromMinutes(15)) with { RoomType = TestClinic.RoomType }, Ct);

        Assert.True(later.IsSuccess);
        Assert.Single(await LiveAsync(clinic));
    }

    [Fact]
    public async Task EndedAsync_RacingAClaimOfTheCall_LeavesNothingHeld()
    {
        var calls = new TestCalls(database).Events;
        var late = 0;
        var hits = await Race.CountHitsAsync("end of call", Race.Natural, NewClinic, async (clinic, trial) =>
        {
            var call = clinic.NewCall();
            var answers = await Race.AtOnceAsync<Result<StoredAnswer, ClaimRefusal>?>(
                async () => await Bookings.ClaimAsync(call, clinic.Claim(SlotAt(trial)), Ct),
                async () =>
                {
                    await calls.EndedAsync(call, new CallEnded(CallChannel.Call, CallDirection.Inbound, null, null, null, false, null, null, null, null), Ct);
                    return null;
                });
            Interlocked.Add(ref late, answers[0]!.IsSuccess ? 0 : 1);
            return (await LiveAsync(clinic)).Exists(row => row.CallId == call.CallId);
        });
        Race.Report($"end of call came first {late} times");

        Assert.Equal(0, hits);
    }

    [Fact]
    public async Task ClaimAsync_TwoTimesAtOnceForOnePatient_LeavesOneLiveHold()
    {
        var hits = await Race.CountHitsAsync("two times at once", Race.Natural, NewClinic, async (clinic, trial) =>
        {
            var callId = clinic.NewCall().CallId!;
            await Race.AtOnceAsync(2, i => Bookings.ClaimAsync(clinic.Call(callId), clinic.Claim(SlotAt(2 * trial + i)), Ct));
            return (await LiveAsync(clinic)).Count(row => row.CallId == callId) != 1;
        });

        Assert.Equal(0, hits);
    }

    private static Instant SlotAt(int slot) => TestClinic.FirstSlot + Duration.FromMinutes(30 * slot);

    private Task<TestClinic> NewClinic() => TestClinic.CreateAsync(database);

    private async Task<long> DeadlocksAsync()
    {
        await using var ask = database.Source.CreateCommand("select deadlocks from pg_stat_database where datname = current_database()");
        return (long)(await ask.ExecuteScalarAsync(Ct))!;
    }

    private Task<List<BookingRecord>> LiveAsync(TestClinic clinic) => database.Db.RunAsync(
        new OrgContext(clinic.Org, Actor.Job("test")),
        (db, ct) => db.Bookings.AsNoTracking().Where(row => row.Status == BookingStatus.Held).ToListAsync(ct),
        Ct);
}
