using System.Diagnostics.CodeAnalysis;
using PhoneNumbers;

namespace Orchestrator.Core.Contacts;

/// <summary>
/// What numbering plans say about a string of digits. Validity in libphonenumber means "in an allocated range", which calls
/// the ranges kept for tests and drama (+44 7700 900xxx) invalid; so a number passes when it is valid, or when it has the
/// length of a mobile number of its country.
/// </summary>
internal static class PhoneNumberPlan
{
    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();

    public static bool IsKnownRegion(string region) => Util.GetSupportedRegions().Contains(region.ToUpperInvariant());

    /// <param name="dialled">ASCII digits, with a leading plus when the country code is included.</param>
    /// <param name="defaultRegion">ISO 3166 code, or "ZZ" for none.</param>
    /// <param name="number">The number when its shape is possible.</param>
    public static bool TryMake(string dialled, string defaultRegion, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = null;
        if (dialled.Length is < 6 or > 20) return false;
        var region = defaultRegion.ToUpperInvariant();
        PhoneNumbers.PhoneNumber parsed;
        try
        {
            parsed = Util.Parse(dialled, region);
        }
        catch (NumberParseException)
        {
            return false;
        }

        if (!IsAcceptable(parsed)) return false;
        number = new PhoneNumber(Util.Format(parsed, PhoneNumberFormat.E164), RegionOf(parsed, region));
        return true;
    }

    private static bool IsAcceptable(PhoneNumbers.PhoneNumber parsed)
    {
        if (Util.IsValidNumber(parsed)) return true;
        if (parsed.CountryCode == 1 && !HasNorthAmericanShape(Util.GetNationalSignificantNumber(parsed))) return false;

        return Util.IsPossibleNumberForTypeWithReason(parsed, PhoneNumberType.MOBILE) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE;
    }

    /// <summary>Area and exchange codes begin with 2 to 9 (NANPA, ATIS-0300051).</summary>
    private static bool HasNorthAmericanShape(string national) => national is [>= '2' and <= '9', _, _, >= '2' and <= '9', ..] && national.Length == 10;

    private static string RegionOf(PhoneNumbers.PhoneNumber parsed, string defaultRegion)
    {
        if (Util.GetRegionCodeForNumber(parsed) is { } certain) return certain;
        return Util.GetCountryCodeForRegion(defaultRegion) == parsed.CountryCode ? defaultRegion : Util.GetRegionCodeForCountryCode(parsed.CountryCode);
    }
}
