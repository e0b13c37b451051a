using NodaTime;
using NodaTime.Text;
using Orchestrator.Core.Scheduling;
using Xunit;

namespace Orchestrator.Core.Tests.Scheduling;

public sealed class SlotCaseTests
{
    public static TheoryData<string> All() => [.. Ids()];

    public static TheoryData<string> Answered() => [.. Ids().Where(id => SlotCase.Load(id).Error is null)];

    [Fact]
    public void Cases_Folder_HoldsAllTwentyFour() => Assert.Equal(24, Ids().Count());

    [Theory]
    [MemberData(nameof(All))]
    public void Search_Case_GivesTheExpectedSlots(string id)
    {
        var slotCase = SlotCase.Load(id);

        if (slotCase.Error is not null)
        {
            Assert.False(LocalDatePattern.Iso.Parse(slotCase.RequestDate!).Success);
            return;
        }

        var slots = slotCase.Finder.Search(slotCase.Query, slotCase.Busy);

        Assert.Equal(slotCase.Expected, slots.Select(slotCase.Describe));
    }

    [Theory]
    [MemberData(nameof(Answered))]
    public void Check_EveryMinuteOfTheCase_AgreesWithTheOffers(string id)
    {
        var slotCase = SlotCase.Load(id);
        var query = slotCase.Query with { Limit = null };

        var offered = slotCase.Finder.Search(query, slotCase.Busy).ToDictionary(slot => slot.Start.ToInstant());
        var zone = slotCase.Schedule.Locations[0].Zone;
        var first = zone.AtStartOfDay(query.From).ToInstant();
        var end = zone.AtStartOfDay(query.To.PlusDays(1)).ToInstant();
        for (var start = first; start < end; start += Duration.FromMinutes(1))
        {
            var verdict = slotCase.Finder.Check(start, query.ServiceId, query.ProviderId, slotCase.Busy, slotCase.Now, query.CallId);

            Assert.Equal(offered.GetValueOrDefault(start), verdict.Slot);
        }
    }

    private static IEnumerable<string> Ids() => Directory.GetFiles(SlotCase.Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order();
}
