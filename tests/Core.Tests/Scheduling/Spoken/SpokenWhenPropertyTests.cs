using CsCheck;
using NodaTime;
using Orchestrator.Core.Scheduling.Spoken;
using Orchestrator.Core.Tests.Speech;
using Xunit;

namespace Orchestrator.Core.Tests.Scheduling.Spoken;

public sealed class SpokenWhenPropertyTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/London"];

    private static readonly Gen<LocalDate> Todays = Gen.Int[0, 3000].Select(days => new LocalDate(2024, 1, 1).PlusDays(days));

    private static readonly Gen<LocalTime> Times = Gen.Int[0, 1439].Select(minute => new LocalTime(minute / 60, minute % 60));

    private static readonly string[] Vocabulary =
    [
        "the", "of", "in", "on", "at", "a", "week", "weeks", "from", "to", "after", "before", "between", "and", "or", "not", "no", "next", "this", "last", "monday", "tuesday", "friday",
        "january", "may", "december", "first", "second", "31st", "29", "2", "ten", "twenty", "thirty", "2027", "0", "hundred", "thousand", "half", "quarter", "past", "am", "pm", "noon",
        "midnight", "morning", "night", "tomorrow", "yesterday", "end of", "early", "weekend", "fortnight", "month", "year", "years", "day", "days", "ago", "within", "asap", "or later",
        "christmas", "easter", "1/2", "30/2/2027", "2027-02-30", "9999-12-31", "0001-01-01", "25:00", "14:30", ",", "-", "/", "999", "after next", "week of", "with", "zzz", "few", "hours",
        "9000-12-31", "0000-00-00", "99/99/99", "in 1000 years", "2027-01-14T10:00:00-19:00", "0001-01-01T00:00:00+18:00", "9999-12-31T23:59:59-18:00",
    ];

    private static readonly Gen<string> Soup = Pick.From(Vocabulary).Array[0, 30].Select(words => string.Join(' ', words));

    [Fact]
    public void Read_AnyDaySaidAnyWay_GivesTheDay() =>
        Gen.Select(Todays, Gen.Int[0, 360], SayWhen.Locale, Gen.Int[0, 19]).Sample(
            (today, ahead, locale, style) =>
            {
                var date = today.PlusDays(ahead);
                var phrase = SayWhen.Day(date, today, locale, style);

                Assert.Equal(new SpokenWhen.Day(date), SpokenWhen.Read(phrase, Context(today, locale)));
            },
            iter: 5_000);

    [Fact]
    public void Read_AnyDayAndTime_GivesBoth() =>
        Gen.Select(Todays, Gen.Int[0, 20], Times, SayWhen.Locale, Gen.Int[0, 19], Gen.Int[0, 7], Gen.Bool).Sample(
            (today, ahead, time, locale, dayStyle, timeStyle, timeFirst) =>
            {
                var date = today.PlusDays(ahead);
                var (day, clock) = (SayWhen.Day(date, today, locale, dayStyle), SayWhen.Time(time, timeStyle));
                var phrase = timeFirst ? $"{clock} on {day}" : $"{day} at {clock}";

                Assert.Equal(new SpokenWhen.Day(date, new TimeWish.At(time)), SpokenWhen.Read(phrase, Context(today, locale)));
            },
            iter: 5_000);

    [Fact]
    public void Read_AnyInstantWithOffset_IsTheClinicsWallClock() =>
        Gen.Select(Gen.Int[0, 3_000_000], Gen.Int[-18, 18]).Sample((minutes, offset) =>
        {
            var instant = Instant.FromUtc(2024, 1, 1, 0, 0).Plus(Duration.FromMinutes(minutes));
            var text = instant.WithOffset(Offset.FromHours(offset)).ToString("uuuu-MM-dd'T'HH:mm:sso<m>", System.Globalization.CultureInfo.InvariantCulture);

            var start = SpokenStart.Read(text, Context(new LocalDate(2023, 12, 1), "en-GB"), (_, _) => false);

            Assert.Equal(new SpokenStart.At(instant.InZone(Zone).LocalDateTime, instant), start);
        });

    [Fact]
    public void Read_AnyText_NeverThrows() => Gen.Select(Gen.String, SayWhen.Locale).Sample((text, locale) => Check(text, locale), iter: 1_000);

    [Fact]
    public void Read_AnyMixOfItsWords_KeepsItsPromises() => Gen.Select(Soup, SayWhen.Locale).Sample((text, locale) => Check(text, locale), iter: 2_000);

    [Fact]
    public void Read_DayThatItsMonthLacksBesideMore_IsNoDay() =>
        Assert.IsType<SpokenWhen.Impossible>(SpokenWhen.Read("25:00 a 31st 999 month after next 999 a quarter , days day weekend 31st christmas", Context(new LocalDate(2026, 12, 2), "en-GB")));

    [Theory]
    [InlineData("day after ")]
    [InlineData("monday after ")]
    [InlineData("a week from ")]
    [InlineData("end of early ")]
    [InlineData("between 2 to ")]
    [InlineData("2")]
    [InlineData("p.")]
    [InlineData("-")]
    [InlineData("2027-")]
    public void Read_TheSameOverAndOver_EndsInAnOutcome(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 600 / part.Length));

        Assert.NotNull(SpokenWhen.Read(text, Context(new LocalDate(2026, 12, 2), "en-US")));
        Assert.NotNull(SpokenWhen.Read(string.Concat(Enumerable.Repeat(part, 100_000)), Context(new LocalDate(2026, 12, 2), "en-US")));
    }

    private static void Check(string text, string locale)
    {
        var today = new LocalDate(2026, 12, 2);
        var context = Context(today, locale);

        var isKept = SpokenWhen.Read(text, text, text, context).Match(
            day => day.Date >= today,
            span => span.To is null || (span.From <= span.To && span.To >= today),
            past => past.Date < today,
            _ => true,
            unclear => unclear.Candidates.SequenceEqual(unclear.Candidates.Order()),
            _ => true);
        _ = SpokenStart.Read(text, context, (_, _) => true);
        _ = SpokenWhen.ReadSpan(text, text, context);

        Assert.True(isKept, text);
    }

    private static SpokenContext Context(LocalDate today, string locale) => new(today.At(new LocalTime(10, 0)), Zone, locale);
}
