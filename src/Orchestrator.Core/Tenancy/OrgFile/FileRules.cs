using System.Collections.Immutable;
using NodaTime;
using Orchestrator.Core.Contacts;

namespace Orchestrator.Core.Tenancy;

/// <summary>Rules that several objects of the file share. A value that breaks its rule is a fault and reads as absent.</summary>
internal static class FileRules
{
    /// <summary>All divide an hour, so that the grid is the same in every hour of the local clock.</summary>
    private static readonly ImmutableArray<int> Intervals = [5, 10, 15, 20, 30, 60];

    public static int? Interval(FileObject json)
    {
        var key = "slotIntervalMinutes";
        if (json.Whole(key, 1, 60) is not { } minutes)
            return null;
        if (Intervals.Contains(minutes))
            return minutes;
        json.Fault(json.At(key), "must be 5, 10, 15, 20, 30 or 60.");
        return null;
    }

    /// <summary>At most a year.</summary>
    public static int? Notice(FileObject json) => json.Whole("minNoticeMinutes", 0, 366 * 1440);

    public static int? Horizon(FileObject json) => json.Whole("horizonDays", 1, 3650);

    public static string? Zone(FileObject json, string key)
    {
        var name = json.Text(key);
        if (name is null || DateTimeZoneProviders.Tzdb.Ids.Contains(name))
            return name;
        json.Fault(json.At(key), "must be an IANA time zone such as Europe/London.");
        return null;
    }

    public static string? Phone(FileObject json, string key)
    {
        if (json.Text(key) is not { } text)
            return null;
        if (PhoneNumber.TryParseE164(text, out var number))
            return number.E164;
        json.Fault(json.At(key), "must be a telephone number in E.164, such as +442079460123, of a possible length.");
        return null;
    }

    public static OrgFileSecret? Secret(FileObject json, string key) =>
        json.Text(key) is { } text ? Secret(json, text, json.At(key)) : null;

    public static OrgFileSecret? Secret(FileObject json, string text, string path)
    {
        if (OrgFileSecret.TryParse(text, out var secret))
            return secret;
        json.Fault(path, $"must be {OrgFileSecret.MinLength} to {OrgFileSecret.MaxLength} visible ASCII characters, or the mask that an export shows.");
        return null;
    }
}
