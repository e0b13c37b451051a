using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using Orchestrator.Core.Scheduling;
using Orchestrator.Core.Tenancy;
using Orchestrator.Core.Tests.Scheduling;
using Xunit;

namespace Orchestrator.Core.Tests.Tenancy;

public sealed class OrgFileScheduleTests
{
    public static TheoryData<string> Cases() =>
        [.. Directory.GetFiles(SlotCase.Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Where(id => SlotCase.Load(id).Error is null).Order()];

    /// <summary>The way an operator goes: the case's clinic as an organization file, read, turned into rules and asked.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void ToSchedule_SlotCaseAsFile_OffersTheSameStarts(string id)
    {
        var slotCase = SlotCase.Load(id);
        var file = OrgFileReader.Read(File(id), slotCase.Now).Value;
        var ids = new Dictionary<(OrgFileKind, string), Guid>();
        Guid IdOf(OrgFileKind kind, string key) => ids.TryGetValue((kind, key), out var known) ? known : ids[(kind, key)] = Guid.CreateVersion7();

        var schedule = file.ToSchedule(IdOf);
        var provider = slotCase.Query.ProviderId is { } wanted ? schedule.ProviderByKey(slotCase.Schedule.Provider(wanted).Key)!.Id : (Guid?)null;
        var query = slotCase.Query with { ServiceId = schedule.ServiceByKey(slotCase.Schedule.Service(slotCase.Query.ServiceId).Key)!.Id, ProviderId = provider };
        var slots = new SlotFinder(schedule).Search(query with { Limit = null, CallId = null }, BusyCalendar.Empty);

        var expected = slotCase.Finder.Search(slotCase.Query with { Limit = null, CallId = null }, BusyCalendar.Empty);
        Assert.Equal(expected.Select(slotCase.Describe), slots.Select(slot => $"{slot.Start.ToInstant()}..{slot.End.ToInstant()} {string.Join(',', slot.ProviderIds.Select(key => schedule.Provider(key).Key))}"));
    }

    [Fact]
    public void ToSchedule_FullSample_KeepsOrderAndReferences()
    {
        var ids = new Dictionary<(OrgFileKind, string), Guid>();
        Guid IdOf(OrgFileKind kind, string key) => ids.TryGetValue((kind, key), out var known) ? known : ids[(kind, key)] = Guid.CreateVersion7();

        var schedule = OrgFileSample.Read(OrgFileSample.Full).Value.ToSchedule(IdOf);

        var visit = schedule.ServiceByKey("visit")!;
        Assert.Equal(["ben", "ada"], visit.ProviderIds.Select(id => schedule.Provider(id).Key));
        Assert.Equal((10, Duration.Zero, 14), (schedule.SlotIntervalMinutesFor(visit), schedule.MinNoticeFor(visit), schedule.HorizonDaysFor(visit)));
        Assert.Equal("America/New_York", schedule.ZoneOf(schedule.ProviderByKey("ben")!).Id);
        Assert.Equal("visit", schedule.DefaultService()!.Key);
        Assert.Equal("main", schedule.Location(schedule.RoomByKey("c1")!.LocationId).Key);
    }

    [Fact]
    public void DemoClinics_BothFiles_AreReadWithoutFaults()
    {
        var clinics = DemoClinics.Slugs.Select(slug => OrgFileReader.Read(DemoClinics.File(slug), OrgFileSample.Now).Value);

        Assert.Equal(DemoClinics.Slugs, clinics.Select(clinic => clinic.Slug));
        Assert.Throws<ArgumentException>(() => DemoClinics.File("elsewhere"));
    }

    private static byte[] File(string id)
    {
        var json = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(SlotCase.Folder, id + ".json")))!;
        var file = json["org"]!.DeepClone().AsObject();
        file["schema"] = OrgFile.SchemaName;
        file["slug"] = "case-" + id.ToLowerInvariant();
        file["name"] = "Case " + id;
        file["country"] = "GB";
        file["existing"] = json["existing"]!.DeepClone();
        return Encoding.UTF8.GetBytes(file.ToJsonString());
    }
}
