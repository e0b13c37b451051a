using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using PhoneNumbers;

namespace Orchestrator.Core.Contacts;

/// <summary>
/// What numbering plans say about a string of digits. Validity in libphonenumber means "in an allocated range", which calls
/// the ranges kept for tests and drama (+44 7700 900xxx) invalid; so a number passes when it is valid, or when it has the
/// length of a mobile number of its country and begins as allocated numbers do. Without the latter a number of another country,
/// said without its country code, would pass as one at home.
/// </summary>
internal static class PhoneNumberPlan
{
    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();

    // The library copies its set whenever it is asked.
    private static readonly FrozenSet<string> Regions = Util.GetSupportedRegions().ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsKnownRegion(string region) => Regions.Contains(region);

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

    public static bool IsFixedLine(string e164) => Util.GetNumberType(Util.Parse(e164, "ZZ")) == PhoneNumberType.FIXED_LINE;

    public static bool IsCostly(string e164) =>
        Util.GetNumberType(Util.Parse(e164, "ZZ")) is PhoneNumberType.PREMIUM_RATE or PhoneNumberType.SHARED_COST or PhoneNumberType.PERSONAL_NUMBER;

    private static bool IsAcceptable(PhoneNumbers.PhoneNumber parsed)
    {
        if (Util.IsValidNumber(parsed)) return true;
        if (Util.IsPossibleNumberForTypeWithReason(parsed, PhoneNumberType.MOBILE) != PhoneNumberUtil.ValidationResult.IS_POSSIBLE) return false;

        return parsed.CountryCode == 1 ? HasNorthAmericanShape(Util.GetNationalSignificantNumber(parsed)) : BeginsAsAllocated(parsed);
    }

    /// <summary>Whether a valid number differs from this one in its third and fourth digit only.</summary>
    private static bool BeginsAsAllocated(PhoneNumbers.PhoneNumber parsed)
    {
        var national = Util.GetNationalSignificantNumber(parsed);
        if (national.Length < 6 || parsed.HasNumberOfLeadingZeros) return false;

        var scale = (ulong)Math.Pow(10, national.Length - 4);
        var head = parsed.NationalNumber / (scale * 100) * (scale * 100);
        var tail = parsed.NationalNumber % scale;
        for (var middle = 0UL; middle < 100; middle++)
        {
            var neighbour = new PhoneNumbers.PhoneNumber.Builder().SetCountryCode(parsed.CountryCode).SetNationalNumber(head + (middle * scale) + tail).Build();
            if (Util.IsValidNumber(neighbour)) return true;
        }

        return false;
    }

    /// <summary>Area and exchange codes begin with 2 to 9 (NANPA, ATIS-0300051).</summary>
    private static bool HasNorthAmericanShape(string national) => national is [>= '2' and <= '9', _, _, >= '2' and <= '9', ..] && national.Length == 10;

    private static string RegionOf(PhoneNumbers.PhoneNumber parsed, string defaultRegion)
    {
        if (Util.GetRegionCodeForNumber(parsed) is { } certain) return certain;
        return Util.GetCountryCodeForRegion(defaultRegion) == parsed.CountryCode ? defaultRegion : Util.GetRegionCodeForCountryCode(parsed.CountryCode);
    }
}
