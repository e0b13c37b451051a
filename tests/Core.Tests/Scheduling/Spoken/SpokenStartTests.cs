using NodaTime;
using Orchestrator.Core.Scheduling.Spoken;
using Xunit;

namespace Orchestrator.Core.Tests.Scheduling.Spoken;

public sealed class SpokenStartTests
{
    private static bool IsOpen(LocalDate date, LocalTime time) => time.Hour is >= 9 and < 17;

    [Theory]
    [InlineData("2026-12-03T10:00", "2026-12-03T10:00")]
    [InlineData("2026-12-03 10:00:00", "2026-12-03T10:00")]
    [InlineData("2026-12-03T10:00:00-08:00", "2026-12-03T10:00 = 2026-12-03T18:00:00Z")]
    [InlineData("2026-12-03T18:00:00Z", "2026-12-03T10:00 = 2026-12-03T18:00:00Z")]
    [InlineData("2026-12-03T18:00:00.000Z", "2026-12-03T10:00 = 2026-12-03T18:00:00Z")]
    [InlineData("2026-11-01T01:30:00-08:00", "past 2026-11-01")]
    [InlineData("2027-11-07T01:30:00-08:00", "2027-11-07T01:30 = 2027-11-07T09:30:00Z")]
    [InlineData("2026-12-02T08:00", "2026-12-02T08:00")]
    [InlineData("2026-12-03T02:30", "2026-12-03T02:30")]
    [InlineData("2026-12-03T00:00", "2026-12-03T00:00")]
    [InlineData("tomorrow at ten", "2026-12-03T10:00")]
    [InlineData("ten tomorrow", "2026-12-03T10:00")]
    [InlineData("11 Tuesday please", "2026-12-08T11:00")]
    [InlineData("one tomorrow", "2026-12-03T13:00")]
    [InlineData("one Tuesday", "unclear NotUnderstood 2026-12-08")]
    [InlineData("14 tomorrow", "unclear NotUnderstood 2026-12-03")]
    [InlineData("nine or ten tomorrow", "unclear NotUnderstood 2026-12-03")]
    [InlineData("next Tuesday at half past two", "2026-12-08T14:30")]
    [InlineData("tomorrow at seven", "2026-12-03T07:00")]
    [InlineData("tomorrow", "no time 2026-12-03")]
    [InlineData("20270114", "no time 2027-01-14")]
    [InlineData("tomorrow morning", "no time 2026-12-03")]
    [InlineData("tomorrow between two and four", "no time 2026-12-03")]
    [InlineData("at ten", "no day")]
    [InlineData("next week at ten", "no day")]
    [InlineData("yesterday at ten", "past 2026-12-01")]
    [InlineData("2026-12-01T10:00", "past 2026-12-01")]
    [InlineData("2027-02-30T10:00", "impossible")]
    [InlineData("2026-12-03T25:00", "impossible")]
    [InlineData("Tuesday the 14th at ten", "unclear WeekdayAndDateDiffer 2026-12-08 2026-12-14")]
    [InlineData("{{ start }}", "missing")]
    [InlineData(null, "missing")]
    public void Read_AStart_NeedsDayAndTime(string? text, string expected)
    {
        var start = SpokenStart.Read(text, Described.Wednesday(), IsOpen);

        Assert.Equal(expected, Described.Of(start));
    }

    [Fact]
    public void Read_BothHalvesOpen_AsksBack()
    {
        var start = SpokenStart.Read("tomorrow at nine", Described.Wednesday(), (_, _) => true);

        Assert.Equal("unclear 2026-12-03 09:00 or 21:00", Described.Of(start));
    }

    [Theory]
    [InlineData("Friday", "Monday", "2026-12-04..2026-12-07")]
    [InlineData("2027-01-03", "2027-01-07", "2027-01-03..2027-01-07")]
    [InlineData("today", "Friday", "2026-12-02..2026-12-04")]
    [InlineData("January 3rd", "January 7th", "2027-01-03..2027-01-07")]
    [InlineData("December 20th", "January 7th", "2026-12-20..2027-01-07")]
    [InlineData("2026-11-01", "2026-12-07", "2026-11-01..2026-12-07")]
    [InlineData("2026-11-01", "2026-11-07", "past 2026-11-07")]
    [InlineData("2027-01-07", "2027-01-03", "unclear SeveralDates 2027-01-03 2027-01-07")]
    [InlineData("2027-01-07", null, "2027-01-07..")]
    [InlineData(null, "2027-01-07", "2026-12-02..2027-01-07")]
    [InlineData("2027-02-30", "2027-03-03", "impossible")]
    [InlineData(null, null, "missing")]
    public void ReadSpan_TwoEnds_GivesTheSpan(string? from, string? to, string expected)
    {
        var span = SpokenWhen.ReadSpan(from, to, Described.Wednesday());

        Assert.Equal(expected, Described.Of(span));
    }
}
