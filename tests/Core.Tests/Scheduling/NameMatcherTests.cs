using NodaTime;
using Orchestrator.Core.Scheduling;
using Xunit;

namespace Orchestrator.Core.Tests.Scheduling;

public sealed class NameMatcherTests
{
    private static readonly ClinicSchedule Clinic = new()
    {
        Zone = DateTimeZone.Utc,
        SlotIntervalMinutes = 30,
        MinNotice = Duration.Zero,
        HorizonDays = 30,
        Locations = [],
        Services =
        [
            Service("consultation", "Consultation"), Service("checkup", "Check-up"), Service("follow_up", "Follow-up"), Service("clean", "Cleaning"),
            Service("deep", "Deep cleaning"), Service("newpat", "New patient visit"),
        ],
        Providers =
        [
            Provider("osei", "Dr. Amara Osei"), Provider("fischer", "Dr. Lena Fischer"), Provider("mbeki", "Dr. Sipho Mbeki"), Provider("grant", "Dr. Iona Grant"),
            Provider("smith-j", "Dr. John Smith"), Provider("smith-a", "Dr Anna Smith"), Provider("nunez", "Prof. José Núñez"), Provider("obrien", "Siobhán O'Brien RN"),
            Provider("kowalski", "Dr. Ewa Kowalski"),
        ],
    };

    [Theory]
    [InlineData("osei", "osei")]
    [InlineData("OSEI", "osei")]
    [InlineData("Dr. Amara Osei", "osei")]
    [InlineData("amara osei", "osei")]
    [InlineData("doctor osei", "osei")]
    [InlineData("Amara", "osei")]
    [InlineData("Osei, Amara", "osei")]
    [InlineData("doctor oh say", "osei")]
    [InlineData("Dr Osay", "osei")]
    [InlineData("dr fisher", "fischer")]
    [InlineData("Fisher Lena", "fischer")]
    [InlineData("em becky", "mbeki")]
    [InlineData("doctor grand", "grant")]
    [InlineData("jose nunez", "nunez")]
    [InlineData("Professor Nuñez", "nunez")]
    [InlineData("o brien", "obrien")]
    [InlineData("nurse obrian", "obrien")]
    [InlineData("kovalsky", "kowalski")]
    [InlineData("john smith", "smith-j")]
    [InlineData("Dr A. Smith", "smith-a")]
    [InlineData("an appointment with Doctor Anna Smith please", "smith-a")]
    public void Provider_ClearName_IsFound(string spoken, string expected)
    {
        var match = NameMatcher.Provider(Clinic, spoken);

        Assert.True(match.TryGet(out var provider), string.Join(", ", match.Candidates.Select(candidate => candidate.Key)));
        Assert.Equal(expected, provider.Key);
    }

    [Theory]
    [InlineData("Smith")]
    [InlineData("doctor smith")]
    [InlineData("Dr. Smyth")]
    public void Provider_NameOfTwo_GivesBoth(string spoken)
    {
        var match = NameMatcher.Provider(Clinic, spoken);

        Assert.True(match.IsAmbiguous);
        Assert.Equal(["smith-j", "smith-a"], match.Candidates.Select(candidate => candidate.Key));
    }

    [Theory]
    [InlineData("Dr. House")]
    [InlineData("Petrov")]
    [InlineData("icy")]
    [InlineData("doctor")]
    [InlineData("")]
    [InlineData("  ?! ")]
    [InlineData("Granger")]
    [InlineData("Lina Fields")]
    [InlineData("Anna Jones")]
    [InlineData("医生")]
    public void Provider_NobodyOfThatName_IsUnknown(string spoken) => Assert.True(NameMatcher.Provider(Clinic, spoken).IsUnknown);

    [Theory]
    [InlineData("consultation", "consultation")]
    [InlineData("a check up", "checkup")]
    [InlineData("Checkup appointment", "checkup")]
    [InlineData("followup", "follow_up")]
    [InlineData("FOLLOW-UP", "follow_up")]
    [InlineData("cleaning", "clean")]
    [InlineData("deep cleaning", "deep")]
    [InlineData("a deep cleaning for my teeth", "deep")]
    [InlineData("new patient", "newpat")]
    [InlineData("checkup with Doctor Osei", "checkup")]
    [InlineData("I'd like a follow up please", "follow_up")]
    [InlineData("consultasion", "consultation")]
    public void Service_ClearName_IsFound(string spoken, string expected)
    {
        var match = NameMatcher.Service(Clinic, spoken);

        Assert.True(match.TryGet(out var service), string.Join(", ", match.Candidates.Select(candidate => candidate.Key)));
        Assert.Equal(expected, service.Key);
    }

    [Theory]
    [InlineData("root canal")]
    [InlineData("surgery")]
    public void Service_NotOffered_IsUnknown(string spoken) => Assert.True(NameMatcher.Service(Clinic, spoken).IsUnknown);

    [Fact]
    public void Service_TwoNamesInOnePhrase_GivesBoth() =>
        Assert.Equal(["consultation", "clean"], NameMatcher.Service(Clinic, "consultation and cleaning").Candidates.Select(service => service.Key));

    [Theory]
    [InlineData("anyone", true)]
    [InlineData("No preference.", true)]
    [InlineData("It doesn't matter", true)]
    [InlineData("Annie One", false)]
    [InlineData("Osei", false)]
    public void MeansAnyone_Wish_IsToldFromAName(string spoken, bool expected) => Assert.Equal(expected, NameMatcher.MeansAnyone(spoken));

    /// <summary>Not an inline value: attributes are stored as UTF-8, which has no lone surrogates.</summary>
    [Fact]
    public void Provider_TextThatIsNoUnicode_IsReadAsFarAsItGoes()
    {
        Assert.True(NameMatcher.Provider(Clinic, "\ud800").IsUnknown);
        Assert.True(NameMatcher.Provider(Clinic, "Osei\ud800").TryGet(out _));
    }

    [Fact]
    public void Provider_VeryLongText_IsUnknown() => Assert.True(NameMatcher.Provider(Clinic, new string('o', 10_000)).IsUnknown);

    private static Service Service(string key, string name) => new() { Id = Guid.CreateVersion7(), Key = key, Name = name, Duration = Duration.FromMinutes(30) };

    private static Provider Provider(string key, string name) => new() { Id = Guid.CreateVersion7(), Key = key, Name = name, LocationId = Guid.Empty };
}
