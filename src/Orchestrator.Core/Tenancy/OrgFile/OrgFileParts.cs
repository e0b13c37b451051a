using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using Orchestrator.Core.Verification;

namespace Orchestrator.Core.Tenancy;

/// <summary>Reads the file's own settings and hands its lists to their readers.</summary>
internal sealed partial class OrgFileParts(List<OrgFileFault> faults)
{
    private static readonly string[] Keys =
    [
        "schema", "slug", "name", "timeZone", "country", "locale", "slotIntervalMinutes", "minNoticeMinutes", "horizonDays", "holdMinutes",
        "retentionDays", "transferNumber", "test", "otp", "redaction", "vapi", "twilio", "locations", "services", "providers", "rooms", "existing",
    ];

    /// <summary>Where each appointment that was kept stands in the file.</summary>
    public List<string> AppointmentPaths { get; } = [];

    /// <summary>Null when there is nothing to make a file of; else a file that counts only while there are no faults.</summary>
    public OrgFile? Read(JsonElement json)
    {
        var root = new FileObject(json, "$", faults, Keys);
        if (json.ValueKind != JsonValueKind.Object)
            return null;
        if (root.Required("schema") is { Length: > 0 } and not OrgFile.SchemaName)
            root.Fault("$.schema", $"must be \"{OrgFile.SchemaName}\".");

        var zone = FileRules.Zone(root, "timeZone") ?? Missing(root, "timeZone");
        var country = Matching(root, "country", IsoCountries.Contains, "must be a two-letter country code of ISO 3166, in capitals.");
        var lists = new OrgFileLists(faults, zone);
        lists.Read(root);
        var rows = new OrgFileRows(lists, AppointmentPaths);
        return new OrgFile
        {
            Slug = Matching(root, "slug", Slug.IsMatch, "must be 1 to 63 lower-case letters, digits and inner hyphens."),
            Name = root.Required("name"),
            TimeZone = zone,
            Country = country,
            Locale = root.Has("locale") ? Matching(root, "locale", Locale.IsMatch, "must be a language tag such as en-GB.") : "en-" + country,
            SlotIntervalMinutes = FileRules.Interval(root) ?? 30,
            MinNoticeMinutes = FileRules.Notice(root) ?? 0,
            HorizonDays = FileRules.Horizon(root) ?? 365,
            HoldMinutes = root.Whole("holdMinutes", 1, 1440) ?? 10,
            RetentionDays = root.Whole("retentionDays", 1, 3650) ?? 90,
            TransferNumber = FileRules.Phone(root, "transferNumber"),
            IsTest = root.Flag("test") ?? false,
            Otp = ReadOtp(root, country),
            Redaction = OrgFileRedactionReader.Read(root),
            Vapi = OrgFileAccess.ReadVapi(root),
            Twilio = OrgFileAccess.ReadTwilio(root),
            Locations = [.. lists.Locations],
            Services = [.. lists.Services],
            Providers = [.. lists.Providers],
            Rooms = [.. lists.Rooms],
            Existing = rows.Read(root),
        };
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Slug { get; }

    [GeneratedRegex("^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Locale { get; }

    private static string Missing(FileObject root, string key)
    {
        if (!root.Has(key))
            root.Fault(root.At(key), "is missing.");
        return "";
    }

    private static string Matching(FileObject root, string key, Func<string, bool> rule, string message)
    {
        var text = root.Required(key);
        if (text.Length == 0 || rule(text))
            return text;
        root.Fault(root.At(key), message);
        return "";
    }

    private static OtpPolicy ReadOtp(FileObject root, string country)
    {
        var otp = root.Object("otp", "digits", "lifeMinutes", "maxAttempts", "cooldownSeconds", "maxSends", "required", "allowedCountries");
        var countries = new List<string>();
        foreach (var (code, path) in otp?.Texts("allowedCountries") ?? [])
        {
            if (!IsoCountries.Contains(code))
                otp!.Fault(path, "must be a two-letter country code of ISO 3166, in capitals.");
            else if (countries.Contains(code))
                otp!.Fault(path, "is given twice.");
            else
                countries.Add(code);
        }

        if (otp?.IsEmptyList("allowedCountries") == true)
            otp.Fault(otp.At("allowedCountries"), "must name a country; leave it out for the organization's own.");
        return new OtpPolicy(
            otp?.Whole("digits", 4, 8) ?? 6,
            Duration.FromMinutes(otp?.Whole("lifeMinutes", 1, 10) ?? 5),
            otp?.Whole("maxAttempts", 1, 10) ?? 5,
            Duration.FromSeconds(otp?.Whole("cooldownSeconds", 0, 600) ?? 30),
            otp?.Whole("maxSends", 1, 10) ?? 3,
            otp?.Flag("required") ?? true,
            countries.Count > 0 ? [.. countries] : [country]);
    }
}
