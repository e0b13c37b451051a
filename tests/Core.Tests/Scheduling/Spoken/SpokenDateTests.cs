using Orchestrator.Core.Scheduling.Spoken;
using Xunit;

namespace Orchestrator.Core.Tests.Scheduling.Spoken;

public sealed class SpokenDateTests
{
    [Theory]
    [InlineData("2027-01-14", "2027-01-14")]
    [InlineData("2027/01/14", "2027-01-14")]
    [InlineData("20270114", "2027-01-14")]
    [InlineData("2027-01-14T10:00", "2027-01-14 10:00")]
    [InlineData("2027-01-14T02:30:00", "2027-01-14 02:30")]
    [InlineData("2027-01-14 14:30:00", "2027-01-14 14:30")]
    [InlineData("2027-01-14T10:00:00Z", "2027-01-14 02:00")]
    [InlineData("2027-01-14T10:00:00.000Z", "2027-01-14 02:00")]
    [InlineData("2027-01-14T10:00:00-08:00", "2027-01-14 10:00")]
    [InlineData("2027-01-14T23:30:00+01:00", "2027-01-14 14:30")]
    [InlineData("20270114T100000Z", "2027-01-14 02:00")]
    [InlineData("January 14th", "2027-01-14")]
    [InlineData("14 January 2027", "2027-01-14")]
    [InlineData("the fourteenth of January", "2027-01-14")]
    [InlineData("Jan 14", "2027-01-14")]
    [InlineData("Jan. 14, 2027", "2027-01-14")]
    [InlineData("14-Jan-2027", "2027-01-14")]
    [InlineData("january fourteen twenty twenty seven", "2027-01-14")]
    [InlineData("the 14th of January, twenty twenty-seven", "2027-01-14")]
    [InlineData("fourteenth january two thousand and twenty-seven", "2027-01-14")]
    [InlineData("December the twenty-first", "2026-12-21")]
    [InlineData("December second", "2026-12-02")]
    [InlineData("December 1st", "2027-12-01")]
    [InlineData("the 14th", "2026-12-14")]
    [InlineData("on the fourteenth", "2026-12-14")]
    [InlineData("the first", "2027-01-01")]
    [InlineData("the thirty-first please", "2026-12-31")]
    [InlineData("14", "2026-12-14")]
    [InlineData("today", "2026-12-02")]
    [InlineData("Tomorrow.", "2026-12-03")]
    [InlineData("tommorow", "2026-12-03")]
    [InlineData("um, the day after tomorrow?", "2026-12-04")]
    [InlineData("tonight", "2026-12-02 Evening")]
    [InlineData("in two weeks", "2026-12-16")]
    [InlineData("in a fortnight's time", "2026-12-16")]
    [InlineData("in 10 days", "2026-12-12")]
    [InlineData("a week from today", "2026-12-09")]
    [InlineData("a week today", "2026-12-09")]
    [InlineData("tomorrow week", "2026-12-10")]
    [InlineData("two weeks from Monday", "2026-12-21")]
    [InlineData("Tuesday week", "2026-12-15")]
    [InlineData("a week on Tuesday", "2026-12-15")]
    [InlineData("Friday fortnight", "2026-12-18")]
    [InlineData("in a month", "2027-01-02")]
    [InlineData("three days after tomorrow", "2026-12-06")]
    [InlineData("this Friday", "2026-12-04")]
    [InlineData("next Friday", "2026-12-04")]
    [InlineData("Friday", "2026-12-04")]
    [InlineData("this coming Friday", "2026-12-04")]
    [InlineData("Wednesday", "2026-12-09")]
    [InlineData("next Wednesday", "2026-12-09")]
    [InlineData("this Wednesday", "2026-12-02")]
    [InlineData("today, Wednesday", "2026-12-02")]
    [InlineData("tues", "2026-12-08")]
    [InlineData("weds", "2026-12-09")]
    [InlineData("thurs", "2026-12-03")]
    [InlineData("wednesday's", "2026-12-09")]
    [InlineData("wensday", "2026-12-09")]
    [InlineData("NEXT TUESDAY", "2026-12-08")]
    [InlineData("Monday after next", "2026-12-14")]
    [InlineData("two Tuesdays from now", "2026-12-15")]
    [InlineData("Tuesday of next week", "2026-12-08")]
    [InlineData("next week on Thursday", "2026-12-10")]
    [InlineData("Thursday the third", "2026-12-03")]
    [InlineData("Tuesday, December 8th", "2026-12-08")]
    [InlineData("Tuesday 8", "2026-12-08")]
    [InlineData("Tuesday 2026-12-08", "2026-12-08")]
    [InlineData("first Monday in March", "2027-03-01")]
    [InlineData("the last Friday of the month", "2026-12-25")]
    [InlineData("the second Tuesday of next month", "2027-01-12")]
    [InlineData("the first Tuesday of the month", "2027-01-05")]
    [InlineData("the 14th of next month", "2027-01-14")]
    [InlineData("last day of the month", "2026-12-31")]
    [InlineData("christmas eve", "2026-12-24")]
    [InlineData("New Year's Day", "2027-01-01")]
    [InlineData("the day after Christmas", "2026-12-26")]
    [InlineData("Easter Monday", "2027-03-29")]
    [InlineData("the day before Christmas Eve", "2026-12-23")]
    [InlineData("the Tuesday after Christmas", "2026-12-29")]
    [InlineData("February 29", "2028-02-29")]
    [InlineData("29 February 2028", "2028-02-29")]
    [InlineData("janurary 14th", "2027-01-14")]
    [InlineData("tomorrow with Dr. Okafor", "2026-12-03")]
    [InlineData("Tuesday, no wait, Thursday", "2026-12-03")]
    [InlineData("the 14th of January, no, the 15th", "2027-01-15")]
    [InlineData("I'd like to come in on the fourteenth of January if that's possible", "2027-01-14")]
    [InlineData("ｔｏｍｏｒｒｏｗ", "2026-12-03")]
    public void Read_OneDay_GivesTheDay(string phrase, string expected)
    {
        var when = SpokenWhen.Read(phrase, Described.Wednesday());

        Assert.Equal(expected, Described.Of(when));
    }

    [Theory]
    [InlineData("next week", "2026-12-07..2026-12-13")]
    [InlineData("sometime next week", "2026-12-07..2026-12-13")]
    [InlineData("this week", "2026-12-02..2026-12-06")]
    [InlineData("the week after next", "2026-12-14..2026-12-20")]
    [InlineData("the first week in March", "2027-03-01..2027-03-07")]
    [InlineData("the last week of January", "2027-01-25..2027-01-31")]
    [InlineData("2026-12-07/2026-12-09", "2026-12-07..2026-12-09")]
    [InlineData("I need to come in by Friday", "2026-12-02..2026-12-04")]
    [InlineData("next month", "2027-01-01..2027-01-31")]
    [InlineData("in January", "2027-01-01..2027-01-31")]
    [InlineData("December", "2026-12-02..2026-12-31")]
    [InlineData("January 2027", "2027-01-01..2027-01-31")]
    [InlineData("the weekend", "2026-12-05..2026-12-06")]
    [InlineData("this weekend", "2026-12-05..2026-12-06")]
    [InlineData("end of the month", "2026-12-21..2026-12-31")]
    [InlineData("the beginning of next week", "2026-12-07..2026-12-08")]
    [InlineData("mid January", "2027-01-11..2027-01-20")]
    [InlineData("late next week", "2026-12-11..2026-12-13")]
    [InlineData("as soon as possible", "2026-12-02..")]
    [InlineData("soonest", "2026-12-02..")]
    [InlineData("any day", "2026-12-02..")]
    [InlineData("the earliest available appointment", "2026-12-02..")]
    [InlineData("whenever, I don't mind", "2026-12-02..")]
    [InlineData("the earliest you have on Tuesday", "2026-12-08")]
    [InlineData("from Monday to Wednesday", "2026-12-07..2026-12-09")]
    [InlineData("Monday through Friday", "2026-12-07..2026-12-11")]
    [InlineData("between the 3rd and the 7th of January", "2027-01-03..2027-01-07")]
    [InlineData("January 3 to 7", "2027-01-03..2027-01-07")]
    [InlineData("3-7 January", "2027-01-03..2027-01-07")]
    [InlineData("2027-01-03 to 2027-01-07", "2027-01-03..2027-01-07")]
    [InlineData("within two weeks", "2026-12-02..2026-12-16")]
    [InlineData("in the next few days", "2026-12-02..2026-12-05")]
    [InlineData("before Friday", "2026-12-02..2026-12-03")]
    [InlineData("by Friday", "2026-12-02..2026-12-04")]
    [InlineData("after the 14th", "2026-12-15..")]
    [InlineData("Friday or later", "2026-12-04..")]
    [InlineData("from tomorrow", "2026-12-03..")]
    [InlineData("the week of the 14th", "2026-12-14..2026-12-20")]
    [InlineData("any Tuesday", "2026-12-08")]
    public void Read_SeveralDays_GivesTheSpan(string phrase, string expected)
    {
        var when = SpokenWhen.Read(phrase, Described.Wednesday());

        Assert.Equal(expected, Described.Of(when));
    }

    [Theory]
    [InlineData("en-US", "1/14", "2027-01-14")]
    [InlineData("en-US", "14/1", "unclear DayOrMonthFirst 2027-01-14")]
    [InlineData("en-GB", "14/1", "2027-01-14")]
    [InlineData("en-GB", "1/14", "unclear DayOrMonthFirst 2027-01-14")]
    [InlineData("en-US", "01/02/2027", "2027-01-02")]
    [InlineData("en-GB", "01/02/2027", "2027-02-01")]
    [InlineData("en-IE", "01/02/2027", "2027-02-01")]
    [InlineData("en-AU", "01/02/27", "2027-02-01")]
    [InlineData("en-CA", "01/02/2027", "unclear DayOrMonthFirst 2027-01-02 2027-02-01")]
    [InlineData("en-CA", "14/01/2027", "2027-01-14")]
    [InlineData("en-GB", "03.04.2027", "2027-04-03")]
    [InlineData("en-US", "1-14-2027", "2027-01-14")]
    [InlineData("en-US", "01/01/2027", "2027-01-01")]
    [InlineData("en-US", "14/14/2027", "impossible")]
    [InlineData("en-GB", "30/02/2027", "impossible")]
    [InlineData("en-US", "13/13", "impossible")]
    [InlineData("en-US", "12/1", "2027-12-01")]
    [InlineData("en-US", "12/1/2026", "past 2026-12-01")]
    public void Read_NumericDate_FollowsTheLocale(string locale, string phrase, string expected)
    {
        var when = SpokenWhen.Read(phrase, Described.Wednesday(locale));

        Assert.Equal(expected, Described.Of(when));
    }

    [Theory]
    [InlineData("2027-02-30")]
    [InlineData("30 February")]
    [InlineData("February 30th")]
    [InlineData("29 February 2027")]
    [InlineData("2027-13-01")]
    [InlineData("2027-00-10")]
    [InlineData("the 32nd")]
    [InlineData("the 31st of April")]
    [InlineData("January 45")]
    [InlineData("fifth Monday in February 2027")]
    [InlineData("tomorrow at 25:00")]
    [InlineData("tomorrow at 14:75")]
    [InlineData("2027-02-30T10:00")]
    public void Read_DayThatDoesNotExist_IsImpossible(string phrase)
    {
        var when = SpokenWhen.Read(phrase, Described.Wednesday());

        Assert.Equal("impossible", Described.Of(when));
    }

    [Theory]
    [InlineData("yesterday", "past 2026-12-01")]
    [InlineData("last Tuesday", "past 2026-12-01")]
    [InlineData("2024-06-15", "past 2024-06-15")]
    [InlineData("June 15th 2024", "past 2024-06-15")]
    [InlineData("two weeks ago", "past 2026-11-18")]
    [InlineData("last week", "past 2026-11-29")]
    [InlineData("yesterday at ten", "past 2026-12-01")]
    [InlineData("Tuesday this week", "past 2026-12-01")]
    [InlineData("2026-12-01T10:00", "past 2026-12-01")]
    public void Read_DayNamedAsPast_IsPast(string phrase, string expected)
    {
        var when = SpokenWhen.Read(phrase, Described.Wednesday());

        Assert.Equal(expected, Described.Of(when));
    }

    [Theory]
    [InlineData("Tuesday the 14th", "unclear WeekdayAndDateDiffer 2026-12-08 2026-12-14")]
    [InlineData("Tuesday January 14th", "unclear WeekdayAndDateDiffer 2026-12-08 2027-01-14")]
    [InlineData("tomorrow, Friday", "unclear WeekdayAndDateDiffer 2026-12-03 2026-12-04")]
    [InlineData("Tuesday or Wednesday", "unclear SeveralDates 2026-12-08 2026-12-09")]
    [InlineData("tomorrow and Friday", "unclear SeveralDates 2026-12-03 2026-12-04")]
    [InlineData("not Tuesday", "unclear Excluded 2026-12-08")]
    [InlineData("any day except Friday", "unclear Excluded 2026-12-04")]
    [InlineData("Smarch 14th", "unclear NotUnderstood 2026-12-14")]
    [InlineData("for Smarch 14th", "unclear NotUnderstood 2026-12-14")]
    [InlineData("I don't know", "unclear Excluded")]
    [InlineData("Tuesday 10", "unclear NotUnderstood 2026-12-08")]
    [InlineData("Sunday next week", "unclear SeveralDates 2026-12-06 2026-12-13")]
    [InlineData("a Tuesday in March", "unclear SeveralDates 2027-03-02 2027-03-09 2027-03-16 2027-03-23 2027-03-30")]
    [InlineData("in January after the 10th", "unclear SeveralDates 2026-12-11 2027-01-01")]
    [InlineData("in a few weeks", "unclear NotUnderstood")]
    [InlineData("Diwali", "unclear NotUnderstood")]
    [InlineData("1796119200", "unclear NotUnderstood")]
    [InlineData("tomorrow at 3 PST", "unclear NotUnderstood 2026-12-03")]
    [InlineData("tomorrow morning in the evening", "unclear SeveralTimes")]
    public void Read_LeftOpen_IsAskedBack(string phrase, string expected)
    {
        var when = SpokenWhen.Read(phrase, Described.Wednesday());

        Assert.Equal(expected, Described.Of(when));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t ")]
    [InlineData("{{ date }}")]
    [InlineData("{{date}}T{{time}}")]
    [InlineData("${date}")]
    [InlineData("<date>")]
    [InlineData("null")]
    [InlineData("undefined")]
    [InlineData("None")]
    [InlineData("N/A")]
    [InlineData("um, please")]
    public void Read_Nothing_IsMissing(string? phrase)
    {
        var when = SpokenWhen.Read(phrase, Described.Wednesday());

        Assert.Equal("missing", Described.Of(when));
    }
}
