using System.Globalization;
using CsCheck;
using NodaTime;
using Orchestrator.Core.Tests.Speech;

namespace Orchestrator.Core.Tests.Scheduling.Spoken;

/// <summary>Says days and times aloud in many ways.</summary>
internal static class SayWhen
{
    private static readonly string[] Hours = ["twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];

    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen",
    ];

    private static readonly string[] Ordinals =
    [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
        "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty second", "twenty third", "twenty-fourth", "twenty fifth", "twenty sixth", "twenty-seventh",
        "twenty eighth", "twenty ninth", "thirtieth", "thirty-first",
    ];

    private static readonly string[] Tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static Gen<string> Locale { get; } = Pick.From("en-US", "en-GB", "en-IE", "en-AU", "en-CA");

    public static string Day(LocalDate date, LocalDate today, string locale, int style)
    {
        var month = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month);
        var abbreviated = month[..3];
        var weekday = date.DayOfWeek.ToString();
        var suffix = (date.Day % 10, date.Day / 10) switch { (_, 1) => "th", (1, _) => "st", (2, _) => "nd", (3, _) => "rd", _ => "th" };
        var monthFirst = locale == "en-US";
        var numeric = monthFirst ? $"{date.Month}/{date.Day}" : $"{date.Day}/{date.Month}";
        if (locale == "en-CA" && date.Day <= 12) numeric = $"{month} {date.Day}";
        var ahead = Period.DaysBetween(today, date);
        return (style % 20) switch
        {
            0 => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
            1 => date.ToString("uuuuMMdd", CultureInfo.InvariantCulture),
            2 => $"{month} {date.Day}{suffix}",
            3 => $"{date.Day} {month} {date.Year}",
            4 => $"the {Ordinals[date.Day]} of {month}",
            5 => $"{abbreviated}. {date.Day}, {date.Year}",
            6 => numeric,
            7 => numeric.Contains('/', StringComparison.Ordinal) ? $"{numeric}/{date.Year}" : $"{numeric}, {date.Year}",
            8 => $"{weekday}, {month} {date.Day}{suffix}, {date.Year}",
            9 => $"{weekday.ToUpperInvariant()} the {date.Day}{suffix} of {month}",
            10 => $"{month} the {Ordinals[date.Day]} {Year(date.Year)}",
            11 => $"um, {Ordinals[date.Day]} {month} please",
            12 => $"in {ahead} days",
            13 when ahead is >= 1 and <= 7 => $"next {weekday}",
            14 when ahead is >= 1 and <= 7 => weekday[..3],
            15 when ahead == 1 => "tomorrow",
            16 when ahead is >= 8 and <= 14 => $"a week on {weekday}",
            17 when Nearest(today, date.Day) == date => $"the {Ordinals[date.Day]}",
            18 => $"{date.Day}-{abbreviated}-{date.Year}",
            _ => $"{abbreviated} {date.Day} {date.Year}",
        };
    }

    public static string Time(LocalTime time, int style)
    {
        var hour = Hours[time.Hour % 12];
        var next = Hours[(time.Hour + 1) % 12];
        var half = time.Hour < 12 ? "am" : "pm";
        return (style % 8) switch
        {
            0 when time.Hour > 12 => $"{time.Hour:00}:{time.Minute:00}",
            1 => $"{(time.Hour + 11) % 12 + 1}:{time.Minute:00} {half}",
            2 when time.Minute == 0 => $"{hour} {half[0]}.m.",
            3 when time.Minute == 30 => $"half past {hour} {half}",
            4 when time.Minute is > 0 and < 30 => $"{(time.Minute == 15 ? "a quarter" : Number(time.Minute))} past {hour} {half}",
            5 when time.Minute > 30 && time.Hour is not (11 or 23) => $"{(time.Minute == 45 ? "quarter" : Number(60 - time.Minute) + " minutes")} to {next} {half}",
            6 when time.Minute >= 10 => $"{hour} {Number(time.Minute)} {half}",
            7 when time.Minute is > 0 and < 10 => $"{hour} oh {Small[time.Minute]} {half}",
            _ => $"{(time.Hour + 11) % 12 + 1}.{time.Minute:00}{half}",
        };
    }

    private static LocalDate Nearest(LocalDate today, int day)
    {
        var date = today;
        while (date.Day != day) date = date.PlusDays(1);
        return date;
    }

    private static string Year(int year) => $"twenty {(year % 100 < 10 ? "oh " + Small[year % 100] : Number(year % 100))}";

    private static string Number(int value) => value < 20 ? Small[value] : Tens[value / 10] + (value % 10 == 0 ? "" : "-" + Small[value % 10]);
}
