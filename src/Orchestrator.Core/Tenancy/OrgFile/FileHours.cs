using System.Collections.Immutable;
using NodaTime;
using Orchestrator.Core.Scheduling;

namespace Orchestrator.Core.Tenancy;

/// <summary>Reads the file's lists of wall-clock times.</summary>
internal static class FileHours
{
    private static LocalDate Date(FileObject json, string key) => Parsed(json, key, FileValues.ParseDate, "must be a date that exists, as YYYY-MM-DD.");

    public static Instant Instant(FileObject json, string key) =>
        Parsed(json, key, FileValues.ParseInstant, "must be a time with its offset, such as 2027-06-09T10:00:00+01:00.");

    public static ImmutableArray<WeeklyWindow> Weekly(FileObject json, string key)
    {
        var windows = ImmutableArray.CreateBuilder<WeeklyWindow>();
        foreach (var item in json.Items(key))
        {
            var window = json.Object(item, "days", "start", "end");
            windows.Add(new WeeklyWindow(Days(window), Time(window, "start"), Time(window, "end")));
        }

        return windows.DrainToImmutable();
    }

    public static ImmutableArray<DateOverride> Overrides(FileObject json, string key)
    {
        var overrides = ImmutableArray.CreateBuilder<DateOverride>();
        foreach (var item in json.Items(key))
        {
            var day = json.Object(item, "date", "windows");
            var windows = ImmutableArray.CreateBuilder<DayWindow>();
            foreach (var part in day.Items("windows"))
            {
                var window = day.Object(part, "start", "end");
                windows.Add(new DayWindow(Time(window, "start"), Time(window, "end")));
            }

            overrides.Add(new DateOverride(Date(day, "date"), windows.DrainToImmutable()));
        }

        return overrides.DrainToImmutable();
    }

    public static ImmutableArray<LocalRange> Ranges(FileObject json, string key)
    {
        var ranges = ImmutableArray.CreateBuilder<LocalRange>();
        foreach (var item in json.Items(key))
        {
            var range = json.Object(item, "startLocal", "endLocal");
            var read = new LocalRange(Local(range, "startLocal"), Local(range, "endLocal"));
            if (range.Has("startLocal") && range.Has("endLocal") && read.End != default && read.End <= read.Start)
                range.Fault(range.At("endLocal"), "must be after startLocal.");
            ranges.Add(read);
        }

        return ranges.DrainToImmutable();
    }

    public static ImmutableArray<Closure> Closures(FileObject json, string key)
    {
        var closures = ImmutableArray.CreateBuilder<Closure>();
        foreach (var item in json.Items(key))
        {
            var closure = json.Object(item, "date", "name");
            closures.Add(new Closure(Date(closure, "date"), closure.Text("name") ?? ""));
        }

        return closures.DrainToImmutable();
    }

    private static WeekDays Days(FileObject window)
    {
        var days = WeekDays.None;
        foreach (var (text, path) in window.Texts("days"))
        {
            if (FileValues.ParseDay(text) is { } day)
                days |= day;
            else
                window.Fault(path, "must be MO, TU, WE, TH, FR, SA or SU.");
        }

        if (!window.Has("days"))
            window.Fault(window.At("days"), "is missing.");
        else if (window.IsEmptyList("days"))
            window.Fault(window.At("days"), "must name a day.");
        return days;
    }

    private static LocalTime Time(FileObject json, string key) => Parsed(json, key, FileValues.ParseTime, "must be a time of day, as HH:MM from 00:00 to 23:59.");

    private static LocalDateTime Local(FileObject json, string key) =>
        Parsed(json, key, FileValues.ParseLocal, "must be a local date and time, as YYYY-MM-DDTHH:MM.");

    private static T Parsed<T>(FileObject json, string key, Func<string, T?> parse, string message)
        where T : struct
    {
        var text = json.Required(key);
        if (text.Length == 0)
            return default;
        if (parse(text) is { } value)
            return value;
        json.Fault(json.At(key), message);
        return default;
    }
}
