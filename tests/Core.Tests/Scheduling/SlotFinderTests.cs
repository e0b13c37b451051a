using NodaTime;
using Orchestrator.Core.Scheduling;
using Xunit;
using static Orchestrator.Core.Tests.Scheduling.TestClinic;

namespace Orchestrator.Core.Tests.Scheduling;

public sealed class SlotFinderTests
{
    [Fact]
    public void Search_Near_OrdersByDistanceAndTheEarlierFirst()
    {
        var slots = Finder().Search(Query with { Near = At(10), Limit = 4 }, BusyCalendar.Empty);

        Assert.Equal(["10:00 AB", "09:30 AB", "10:30 AB", "09:00 AB"], Told(slots));
    }

    [Fact]
    public void Search_PartOfDayAndWindow_KeepsOnlyStartsInBoth()
    {
        var afternoons = Finder(change: provider => provider with { WorkingHours = [new WeeklyWindow((WeekDays)127, new LocalTime(11, 0), new LocalTime(18, 0))] });

        var slots = afternoons.Search(Query with { PartOfDay = PartOfDay.Afternoon, Window = new TimeWindow(new LocalTime(16, 0)) }, BusyCalendar.Empty);

        Assert.Equal(["16:00 AB", "16:30 AB"], Told(slots));
    }

    [Fact]
    public void Search_WindowWithEnd_LeavesTheEndOut()
    {
        var slots = Finder().Search(Query with { Window = new TimeWindow(new LocalTime(9, 30), new LocalTime(10, 30)) }, BusyCalendar.Empty);

        Assert.Equal(["09:30 AB", "10:00 AB"], Told(slots));
    }

    [Fact]
    public void Search_UnknownServiceOrForeignProvider_GivesNothing()
    {
        Assert.Empty(Finder().Search(Query with { ServiceId = Guid.NewGuid() }, BusyCalendar.Empty));
        Assert.Empty(Finder().Search(Query with { ProviderId = Guid.NewGuid() }, BusyCalendar.Empty));
    }

    [Fact]
    public void Search_SpanWithoutEndInSight_IsCutToTodayAndHorizon()
    {
        var slots = Finder(horizonDays: 7).Search(Query with { From = LocalDate.MinIsoValue, To = LocalDate.MaxIsoValue }, BusyCalendar.Empty);

        Assert.Equal(Monday.PlusDays(-7), slots[0].Start.Date);
        Assert.Equal(Monday, slots[^1].Start.Date);
    }

    [Fact]
    public void Search_ClosureOnTheDayOfAnOvernightShift_CutsTheTailBeforeAndTakesTheTailAfter()
    {
        static Provider Nights(Provider provider) => provider with { WorkingHours = [new WeeklyWindow((WeekDays)127, new LocalTime(23, 0), new LocalTime(1, 0))] };
        var finder = Finder(closures: [new Closure(Monday, "Holiday")], change: Nights);

        var slots = finder.Search(Query with { From = Monday.PlusDays(-1), To = Monday.PlusDays(1), ProviderId = Ada }, BusyCalendar.Empty);

        Assert.Equal(
            ["06 00:00", "06 00:30", "06 23:00", "06 23:30", "08 23:00", "08 23:30"],
            slots.Select(slot => slot.Start.ToString("dd HH:mm", null)));
    }

    [Fact]
    public void Search_RoomNeeded_OffersOnlyWhileOneOfTheTypeIsFree()
    {
        var finder = Finder(HalfHour with { RequiresRoomType = "chair", ProviderIds = [Ada] });
        var busy = Busy(Booked(Ben, At(9), room: Chair1), Booked(Ben, At(9, 30), 60, room: Chair1), Booked(Guid.NewGuid(), At(10), 60, room: Chair2));

        var slots = finder.Search(Query, busy);
        var verdict = finder.Check(At(9), Visit, null, busy, Now);

        Assert.Equal(["09:00 A", "09:30 A", "10:30 A", "11:00 A", "11:30 A"], Told(slots));
        Assert.Equal([Chair2], Assert.Single(verdict.Candidates).RoomIds);
        Assert.Equal(StartRefusal.Busy, finder.Check(At(10), Visit, null, busy, Now).Refusal);
    }

    [Fact]
    public void Search_GroupWithSeatsLeft_SharesItsStartUntilFull()
    {
        var finder = Finder(HalfHour with { Capacity = 2, ProviderIds = [Ada], Duration = Duration.FromMinutes(60) });
        var session = Guid.CreateVersion7();
        var one = Booked(Ada, At(10), 60) with { GroupKey = session };

        var half = finder.Search(Query, Busy(one));
        var full = finder.Search(Query, Busy(one, one));
        var seat = Assert.Single(finder.Check(At(10), Visit, null, Busy(one), Now).Candidates);

        Assert.Equal(["09:00 A", "10:00 A", "11:00 A"], Told(half));
        Assert.Equal(["09:00 A", "11:00 A"], Told(full));
        Assert.Equal((session, 1), (seat.GroupKey, seat.SeatsTaken));
        Assert.Equal(StartRefusal.Busy, finder.Check(At(10, 30), Visit, null, Busy(one), Now).Refusal);
    }

    [Fact]
    public void Search_GroupInARoom_StaysInTheSessionsRoom()
    {
        var finder = Finder(HalfHour with { Capacity = 3, ProviderIds = [Ada], RequiresRoomType = "chair" });

        var verdict = finder.Check(At(10), Visit, null, Busy(Booked(Ada, At(10), room: Chair2)), Now);

        Assert.Equal([Chair2], Assert.Single(verdict.Candidates).RoomIds);
    }

    [Fact]
    public void Search_BookingMadeByTheSameCall_BlocksThatCallToo()
    {
        var booked = Booked(Ada, At(9)) with { CallId = "call" };
        var held = booked with { HoldExpiresAt = At(12) };

        Assert.True(booked.Blocks(Now, "call"));
        Assert.False(held.Blocks(Now, "call"));
        Assert.True(held.Blocks(Now, null));
        Assert.True(held.Blocks(Now, "other"));
        Assert.False(held.Blocks(At(12), "other"));
    }

    [Theory]
    [InlineData(-8, 9, 0, StartRefusal.Past)]
    [InlineData(61, 3, 7, StartRefusal.BeyondHorizon)]
    [InlineData(-7, 9, 30, StartRefusal.WithinNotice)]
    [InlineData(0, 8, 45, StartRefusal.OutsideHours)]
    [InlineData(0, 11, 45, StartRefusal.OutsideHours)]
    [InlineData(0, 9, 10, StartRefusal.OffGrid)]
    [InlineData(0, 9, 0, StartRefusal.Busy)]
    public void Check_StartThatCannotBe_SaysWhyInOrder(int days, int hour, int minute, StartRefusal expected)
    {
        var finder = Finder(HalfHour with { ProviderIds = [Ada], MinNotice = Duration.FromHours(2) });

        var verdict = finder.Check(At(hour, minute, Monday.PlusDays(days)), Visit, null, Busy(Booked(Ada, At(9))), Now);

        Assert.Equal(expected, verdict.Refusal);
        Assert.Null(verdict.Slot);
    }

    [Fact]
    public void Check_SeveralProviders_TheOneThatCameFurthestGivesTheReason()
    {
        var finder = Finder(change: provider => provider.Id == Ben ? provider with { WorkingHours = [] } : provider);

        Assert.Equal(StartRefusal.Busy, finder.Check(At(9), Visit, null, Busy(Booked(Ada, At(9))), Now).Refusal);
        Assert.Equal(StartRefusal.OutsideHours, finder.Check(At(9), Visit, Ben, BusyCalendar.Empty, Now).Refusal);
        Assert.Equal(StartRefusal.NotOffered, finder.Check(At(9), Visit, Guid.NewGuid(), BusyCalendar.Empty, Now).Refusal);
    }

    [Fact]
    public void Check_EndOfTheCalendar_IsBeyondTheHorizon() =>
        Assert.Equal(StartRefusal.BeyondHorizon, Finder().Check(Instant.MaxValue, Visit, null, BusyCalendar.Empty, Now).Refusal);

    [Fact]
    public void Alternatives_WantedTaken_GivesTheNearestOfTheDay()
    {
        var slots = Finder().Alternatives(At(10, 10), Visit, Ada, Busy(Booked(Ada, At(10))), Now);

        Assert.Equal(["10:30 A", "09:30 A", "11:00 A"], Told(slots));
    }

    [Fact]
    public void Alternatives_DayFull_GoesOnToTheNextFreeDayAtThatTime()
    {
        var friday = Monday.PlusDays(4);
        var busy = Busy(Booked(Ada, At(9, 0, friday), 150), Booked(Ada, At(9, 0, Monday.PlusDays(7)), 60));

        var slots = Finder().Alternatives(At(9, 0, friday), Visit, Ada, busy, Now);

        Assert.Equal(["11 11:30", "14 10:00", "14 10:30"], slots.Select(slot => slot.Start.ToString("dd HH:mm", null)));
    }

    [Fact]
    public void Alternatives_DayWantedFromItsBeginningAndOverByNow_GivesTheNextDaysEarliest()
    {
        var late = At(22, 0, Monday.PlusDays(-1));

        var slots = Finder().Alternatives(At(0, 0, Monday.PlusDays(-1)), Visit, Ada, BusyCalendar.Empty, late);

        Assert.Equal(["09:00 A", "09:30 A", "10:00 A"], Told(slots));
    }

    [Fact]
    public void Alternatives_FullClinicOrFarWish_EndsAtTheHorizon()
    {
        var never = Finder(horizonDays: 3).Alternatives(At(9), Visit, Ada, Busy(Booked(Ada, Now, 60 * 24 * 30)), Now);
        var far = Finder(horizonDays: 7).Alternatives(Instant.MaxValue, Visit, Ada, BusyCalendar.Empty, Now, count: 1);

        Assert.Empty(never);
        Assert.Equal(Monday, Assert.Single(far).Start.Date);
    }

    [Fact]
    public void OpenTimes_ProvidersWithDifferentHours_AreOne()
    {
        var finder = Finder(change: provider => provider.Id == Ben
            ? provider with { WorkingHours = [new WeeklyWindow(WeekDays.Monday, new LocalTime(11, 0), new LocalTime(15, 0))] }
            : provider);

        Assert.Equal([new Interval(At(9), At(15))], finder.OpenTimes(Visit, null, Monday));
        Assert.Equal([new Interval(At(9), At(12))], finder.OpenTimes(Visit, Ada, Monday));
        Assert.Empty(finder.OpenTimes(Visit, null, Monday.PlusDays(-1)));
    }
}
