using NodaTime;
using Orchestrator.Core.Scheduling.Spoken;
using Xunit;

namespace Orchestrator.Core.Tests.Scheduling.Spoken;

public sealed class SpokenTimeTests
{
    [Theory]
    [InlineData("2:30 pm", "14:30")]
    [InlineData("2:30PM", "14:30")]
    [InlineData("2.30pm", "14:30")]
    [InlineData("14:30", "14:30")]
    [InlineData("14h30", "14:30")]
    [InlineData("1430", "14:30")]
    [InlineData("930", "09:30/21:30")]
    [InlineData("0930", "09:30/21:30")]
    [InlineData("0900 hours", "09:00")]
    [InlineData("09:00", "09:00")]
    [InlineData("02:30", "14:30/02:30")]
    [InlineData("fourteen thirty", "14:30")]
    [InlineData("fourteen hundred hours", "14:00")]
    [InlineData("half past two", "14:30/02:30")]
    [InlineData("half two", "14:30/02:30")]
    [InlineData("half past two in the afternoon", "14:30")]
    [InlineData("quarter to three", "14:45/02:45")]
    [InlineData("a quarter of three", "14:45/02:45")]
    [InlineData("quarter past nine", "09:15/21:15")]
    [InlineData("ten to nine", "08:50/20:50")]
    [InlineData("twenty past four", "16:20/04:20")]
    [InlineData("twenty-five to one", "12:35/00:35")]
    [InlineData("quarter to one", "12:45/00:45")]
    [InlineData("ten minutes to three pm", "14:50")]
    [InlineData("ten to noon", "11:50")]
    [InlineData("two thirty", "14:30/02:30")]
    [InlineData("two oh five", "14:05/02:05")]
    [InlineData("nine forty-five am", "09:45")]
    [InlineData("two o'clock", "14:00/02:00")]
    [InlineData("noon", "12:00")]
    [InlineData("12 noon", "12:00")]
    [InlineData("midday", "12:00")]
    [InlineData("midnight", "00:00")]
    [InlineData("oh nine hundred", "09:00")]
    [InlineData("zero nine thirty", "09:30")]
    [InlineData("12 am", "00:00")]
    [InlineData("12 pm", "12:00")]
    [InlineData("twelve", "12:00/00:00")]
    [InlineData("3 p.m.", "15:00")]
    [InlineData("3 p m", "15:00")]
    [InlineData("3pm", "15:00")]
    [InlineData("three in the afternoon", "15:00")]
    [InlineData("nine in the morning", "09:00")]
    [InlineData("seven in the evening", "19:00")]
    [InlineData("eight at night", "20:00")]
    [InlineData("twelve at night", "00:00")]
    [InlineData("two-ish", "~14:00/02:00")]
    [InlineData("twoish", "~14:00/02:00")]
    [InlineData("around two", "~14:00/02:00")]
    [InlineData("about half past two", "~14:30/02:30")]
    [InlineData("3", "15:00/03:00")]
    [InlineData("15", "15:00")]
    [InlineData("at three", "15:00/03:00")]
    [InlineData("between two and four", "14:00-16:00/02:00-04:00")]
    [InlineData("between 11 and 1", "11:00-13:00")]
    [InlineData("from 2 to 4 pm", "14:00-16:00")]
    [InlineData("11 to 1pm", "11:00-13:00")]
    [InlineData("10am to 2", "10:00-14:00")]
    [InlineData("2-4", "14:00-16:00/02:00-04:00")]
    [InlineData("14:00-16:00", "14:00-16:00")]
    [InlineData("two to four", "14:00-16:00/02:00-04:00")]
    [InlineData("after three", "15:00-/03:00-")]
    [InlineData("after 3pm", "15:00-")]
    [InlineData("before noon", "00:00-12:00")]
    [InlineData("before five", "00:00-17:00/00:00-05:00")]
    [InlineData("three or later", "15:00-/03:00-")]
    [InlineData("not before 3pm", "15:00-")]
    [InlineData("no later than 3pm", "00:00-15:00")]
    [InlineData("morning", "Morning")]
    [InlineData("in the afternoon", "Afternoon")]
    [InlineData("late afternoon", "Afternoon")]
    [InlineData("evening", "Evening")]
    [InlineData("first thing", "Morning")]
    [InlineData("pm", "12:00-")]
    [InlineData("lunchtime", "12:00-14:00")]
    [InlineData("morning or afternoon", "00:00-17:00")]
    [InlineData("at 3, no, 4 pm", "16:00")]
    [InlineData("two pm sharp please", "14:00")]
    public void Read_TimeOfDay_GivesItsReadings(string time, string expected)
    {
        var when = SpokenWhen.Read("tomorrow", time, null, Described.Wednesday());

        Assert.Equal($"2026-12-03 {expected}", Described.Of(when));
    }

    [Theory]
    [InlineData("anytime")]
    [InlineData("{{ time }}")]
    [InlineData("any time of day")]
    public void Read_AnyTime_IsNoWish(string time)
    {
        var when = SpokenWhen.Read("tomorrow", time, null, Described.Wednesday());

        Assert.Equal("2026-12-03", Described.Of(when));
    }

    [Theory]
    [InlineData("next Tuesday afternoon at half past two", "2026-12-08 14:30")]
    [InlineData("tomorrow at 3", "2026-12-03 15:00/03:00")]
    [InlineData("tomorrow 10", "2026-12-03 10:00/22:00")]
    [InlineData("tomorrow morning", "2026-12-03 Morning")]
    [InlineData("this afternoon", "2026-12-02 Afternoon")]
    [InlineData("tonight at eight", "2026-12-02 20:00")]
    [InlineData("tomorrow night", "2026-12-03 Evening")]
    [InlineData("Tuesday at 10", "2026-12-08 10:00/22:00")]
    [InlineData("at ten on Tuesday", "2026-12-08 10:00/22:00")]
    [InlineData("Tuesday the eighth at eight", "2026-12-08 08:00/20:00")]
    [InlineData("January 14th at 2:30 pm", "2027-01-14 14:30")]
    [InlineData("January 14 2 pm", "2027-01-14 14:00")]
    [InlineData("2027-01-14 at 2:30 pm", "2027-01-14 14:30")]
    [InlineData("2 pm on the 14th of January 2027", "2027-01-14 14:00")]
    [InlineData("Tuesday between two and four", "2026-12-08 14:00-16:00/02:00-04:00")]
    [InlineData("Tuesday 2 to 4", "2026-12-08 14:00-16:00/02:00-04:00")]
    [InlineData("after three tomorrow", "2026-12-03 15:00-/03:00-")]
    [InlineData("tomorrow after 3", "2026-12-03 15:00-/03:00-")]
    [InlineData("next week in the mornings", "2026-12-07..2026-12-13 Morning")]
    [InlineData("early tomorrow", "2026-12-03 Morning")]
    [InlineData("Monday to Friday after 4 pm", "2026-12-07..2026-12-11 16:00-")]
    [InlineData("in two hours", "2026-12-02 ~12:00")]
    [InlineData("in half an hour", "2026-12-02 ~10:30")]
    [InlineData("in the morning", "missing Morning")]
    [InlineData("at three", "missing 15:00/03:00")]
    [InlineData("Wednesday morning", "2026-12-09 Morning")]
    [InlineData("quarter to three on the second of January", "2027-01-02 14:45/02:45")]
    [InlineData("ten of nine tomorrow", "2026-12-03 08:50/20:50")]
    [InlineData("the tenth of January at ten to ten", "2027-01-10 09:50/21:50")]
    public void Read_DayAndTimeInOnePhrase_GivesBoth(string phrase, string expected)
    {
        var when = SpokenWhen.Read(phrase, Described.Wednesday());

        Assert.Equal(expected, Described.Of(when));
    }

    [Theory]
    [InlineData("tomorrow", "half past two", null, "2026-12-03 14:30/02:30")]
    [InlineData("tomorrow", "half past two", "afternoon", "2026-12-03 14:30")]
    [InlineData("tomorrow at 3", "3pm", null, "2026-12-03 15:00")]
    [InlineData("tomorrow", "3pm", "morning", "unclear SeveralTimes")]
    [InlineData("tomorrow at 3", "4pm", null, "unclear SeveralTimes")]
    [InlineData("tomorrow", null, "morning", "2026-12-03 Morning")]
    [InlineData(null, "tomorrow at 3pm", null, "2026-12-03 15:00")]
    [InlineData("tomorrow", "purple", null, "unclear NotUnderstood 2026-12-03")]
    [InlineData("2026-12-03T00:00:00", "half past two", null, "2026-12-03 14:30/02:30")]
    [InlineData("2026-12-03T00:00:00", null, null, "2026-12-03")]
    [InlineData("2026-12-03 midnight", null, null, "2026-12-03 00:00")]
    [InlineData(null, null, "any", "missing")]
    [InlineData("tomorrow", "10 to 2", null, "unclear SeveralTimes")]
    [InlineData("tomorrow", "2 or 3", null, "unclear SeveralTimes")]
    public void Read_DayTimeAndPart_AreReadTogether(string? date, string? time, string? part, string expected)
    {
        var when = SpokenWhen.Read(date, time, part, Described.Wednesday());

        Assert.Equal(expected, Described.Of(when));
    }

    [Theory]
    [InlineData("half past two", 9, 17, "14:30")]
    [InlineData("nine", 9, 17, "09:00")]
    [InlineData("seven", 14, 21, "19:00")]
    [InlineData("seven", 9, 17, "07:00")]
    [InlineData("half past two", 18, 20, "14:30")]
    [InlineData("nine", 8, 22, "09:00 or 21:00")]
    [InlineData("after three", 9, 17, "15:00-")]
    [InlineData("before five", 9, 17, "00:00-17:00")]
    [InlineData("between seven and eight", 15, 21, "19:00-20:00")]
    [InlineData("evening", 9, 17, "17:00-")]
    public void Resolve_OpeningHours_DecideTheHalfOfTheDay(string time, int opens, int closes, string expected)
    {
        var day = Assert.IsType<SpokenWhen.Day>(SpokenWhen.Read("tomorrow", time, null, Described.Wednesday()));

        var resolved = day.Time!.Resolve(day.Date, (_, at) => at >= new LocalTime(opens, 0) && at < new LocalTime(closes, 0));

        Assert.Equal(expected, resolved.Match(
            at => $"{at.Time:HH:mm}",
            between => $"{between.Range.From:HH:mm}-{between.Range.To:HH:mm}",
            unclear => $"{unclear.Earlier:HH:mm} or {unclear.Later:HH:mm}"));
    }
}
