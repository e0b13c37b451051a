using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Orchestrator.Core.Speech;

namespace Orchestrator.Core.Scheduling.Spoken;

/// <summary>Dates and times in figures. Every pattern is anchored and bounded, so that reading stays linear.</summary>
internal static partial class WrittenForms
{
    /// <summary>The second value of a clock term that is certainly of twenty-four hours.</summary>
    public const int TwentyFourHours = 1;

    /// <summary>A date and time that is the whole text, down to the minute and possible as it stands: the instant where it has an offset, else the wall clock's. Null for anything else.</summary>
    public static (LocalDateTime? Local, Instant? Exact)? TryReadWhole(string text)
    {
        if (text.Length > 60) return null;
        var normalized = SpeechText.Normalize(text).Trim();
        var match = DateAndTime().Match(normalized);
        if (!match.Success || match.Length != normalized.Length) return null;
        if (match.Groups["offset"].Success) return TryInstant(match) is { } exact ? (null, exact) : null;

        return match.Groups["min"].Success && TryLocal(match) is { } local ? (local, null) : null;
    }

    /// <summary>Reads the figures at <paramref name="at"/> into <paramref name="terms"/>.</summary>
    /// <returns>How many characters were read; 0 when they are plain figures.</returns>
    public static int Read(string text, int at, DateTimeZone zone, List<Term> terms)
    {
        if (DateAndTime().Match(text, at) is { Success: true } dateAndTime) return ReadDateAndTime(dateAndTime, zone, terms);
        if (YearFirst().Match(text, at) is { Success: true } date) return Take(date, terms, new Term(TermKind.Date, Int(date, "y"), Int(date, "m"), Int(date, "d")));
        if (YearLast().Match(text, at) is { Success: true } last) return Take(last, terms, new Term(TermKind.NumericDate, Int(last, "a"), Int(last, "b"), YearOf(last.Groups["y"].Value)));
        if (DayAndMonth().Match(text, at) is { Success: true } pair) return Take(pair, terms, new Term(TermKind.NumericDate, Int(pair, "a"), Int(pair, "b")));
        if (ClockTime().Match(text, at) is { Success: true } clock) return Take(clock, terms, ClockTerm(clock, certain: false));
        return 0;
    }

    private static int ReadDateAndTime(Match match, DateTimeZone zone, List<Term> terms)
    {
        if (match.Groups["offset"].Success && TryInstant(match) is { } instant)
        {
            var local = instant.InZone(zone).LocalDateTime;
            terms.Add(new Term(TermKind.Date, local.Year, local.Month, local.Day));
            terms.Add(new Term(TermKind.Clock, local.Hour, local.Minute, TwentyFourHours));
            return match.Length;
        }

        terms.Add(new Term(TermKind.Date, Int(match, "y"), Int(match, "m"), Int(match, "d")));
        terms.Add(ClockTerm(match, certain: true));
        return match.Length;
    }

    private static LocalDateTime? TryLocal(Match match)
    {
        if (Calendar.TryNamed(Int(match, "y"), Int(match, "m"), Int(match, "d")) is not { } date) return null;
        var (hour, minute, second) = (Int(match, "h"), Int(match, "min"), Int(match, "s"));
        return hour > 23 || minute > 59 || second > 59 || date.Year < 2 ? null : date.At(new LocalTime(hour, minute, second));
    }

    private static Instant? TryInstant(Match match)
    {
        if (TryLocal(match) is not { } local) return null;

        var sign = match.Groups["offset"].Value[0];
        var (offsetHours, offsetMinutes) = (Int(match, "oh"), Int(match, "om"));
        if (offsetHours > 18 || offsetMinutes > 59 || (offsetHours == 18 && offsetMinutes > 0)) return null;

        var offset = Offset.FromHoursAndMinutes(offsetHours, offsetMinutes);
        return local.WithOffset(sign == '-' ? -offset : offset).ToInstant();
    }

    private static Term ClockTerm(Match match, bool certain)
    {
        var (hour, minute) = (Int(match, "h"), Int(match, "min"));
        // "09:00" is the notation of twenty-four hours, while "02:30" is as often half past two in the afternoon.
        var leadingZero = match.Groups["h"].Value is ['0', not '0', ..] && hour >= 7;
        return new Term(TermKind.Clock, hour, Int(match, "s") > 59 ? 99 : minute, certain || leadingZero ? TwentyFourHours : 0);
    }

    private static int Take(Match match, List<Term> terms, Term term)
    {
        terms.Add(term);
        return match.Length;
    }

    /// <summary>Two digits are a year of this century.</summary>
    private static int YearOf(string figures) => int.Parse(figures, CultureInfo.InvariantCulture) is var year && figures.Length == 2 ? 2000 + year : year;

    private static int Int(Match match, string group) =>
        match.Groups[group] is { Success: true, Length: > 0 } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\G(?<y>\d{4})(?<sep>-?)(?<m>\d{2})\k<sep>(?<d>\d{2})(?:t(?<h>\d(?=:))|(?:t|\s{1,2})(?<h>\d{2}))(?::?(?<min>\d{2}))?(?::?(?<s>\d{2})(?:[.,]\d{1,9})?)?(?![\d:])(?:\s?(?<offset>z(?![a-z])|[+-](?<oh>\d{2})(?::?(?<om>\d{2}))?(?!\d)))?(?:\[[a-z_/+-]{1,40}\])?")]
    private static partial Regex DateAndTime();

    [GeneratedRegex(@"\G(?:(?<y>\d{4})(?<sep>[-/.])(?<m>\d{1,2})\k<sep>(?<d>\d{1,2})|(?<y>(?:19|20|21)\d{2})(?<m>\d{2})(?<d>\d{2}))(?!\d)")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"\G(?<a>\d{1,2})(?<sep>[-/.])(?<b>\d{1,2})\k<sep>(?<y>\d{4}|\d{2})(?!\d)")]
    private static partial Regex YearLast();

    [GeneratedRegex(@"\G(?<a>\d{1,2})/(?<b>\d{1,2})(?![\d/])")]
    private static partial Regex DayAndMonth();

    [GeneratedRegex(@"\G(?<h>\d{1,2})[:.h](?<min>\d{2})(?::(?<s>\d{2}))?(?![\d:])")]
    private static partial Regex ClockTime();
}
