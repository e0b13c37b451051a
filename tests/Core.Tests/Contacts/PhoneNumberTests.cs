using Orchestrator.Core.Contacts;
using Xunit;

namespace Orchestrator.Core.Tests.Contacts;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+14155550142", "US", "+14155550142")]
    [InlineData("4155550142", "US", "+14155550142")]
    [InlineData("14155550142", "US", "+14155550142")]
    [InlineData("(415) 555-0142", "US", "+14155550142")]
    [InlineData("415.555.0142", "US", "+14155550142")]
    [InlineData("four one five, triple five, oh one four two", "US", "+14155550142")]
    [InlineData("area code 415, then 555 0142", "US", "+14155550142")]
    [InlineData("my number is four one five five five five zero one forty-two, thanks", "US", "+14155550142")]
    [InlineData("one four one five five five five oh one four two", "US", "+14155550142")]
    [InlineData("four fifteen five fifty-five oh one forty two", "US", "+14155550142")]
    [InlineData("(415) 555-0142 ext. 9", "US", "+14155550142")]
    [InlineData("(415) 555-0142 ext 12", "US", "+14155550142")]
    [InlineData("415-555-0142x12", "US", "+14155550142")]
    [InlineData("415 555 0142 extension one two", "US", "+14155550142")]
    [InlineData("415 555 0142 #12", "US", "+14155550142")]
    [InlineData("tel:+1-415-555-0142;ext=12", "US", "+14155550142")]
    [InlineData("４１５５５５０１４２", "US", "+14155550142")]
    [InlineData("٤١٥٥٥٥٠١٤٢", "US", "+14155550142")]
    [InlineData("415 555 0142, no, sorry, 415 555 0143", "US", "+14155550143")]
    [InlineData("415 555 0142, that's 415 555 0142", "US", "+14155550142")]
    [InlineData("four one five triple five oh one for two", "US", "+14155550142")]
    [InlineData("+44 7700 900123", "US", "+447700900123")]
    [InlineData("07700 900123", "GB", "+447700900123")]
    [InlineData("07700900123", "GB", "+447700900123")]
    [InlineData("+44 (0)7700 900123", "GB", "+447700900123")]
    [InlineData("0044 7700 900123", "GB", "+447700900123")]
    [InlineData("0044 7700 900123", "US", "+447700900123")]
    [InlineData("011 44 7700 900123", "US", "+447700900123")]
    [InlineData("0011 44 7700 900123", "AU", "+447700900123")]
    [InlineData("oh seven seven double oh nine hundred one two three", "GB", "+447700900123")]
    [InlineData("plus four four seven seven double oh nine double oh one two three", "US", "+447700900123")]
    [InlineData("country code four four, seven seven hundred, nine hundred one two three", "US", "+447700900123")]
    [InlineData("oh two oh seven nine four six oh nine five eight", "GB", "+442079460958")]
    [InlineData("083 123 4567", "IE", "+353831234567")]
    [InlineData("0412 345 678", "AU", "+61412345678")]
    [InlineData("604 555 0199", "CA", "+16045550199")]
    [InlineData("+1 555 010 0199", "US", null)]
    [InlineData("+15555550100", "US", "+15555550100")]
    [InlineData("1-800-FLOWERS", "US", "+18003569377")]
    [InlineData("1 800 flowers", "US", "+18003569377")]
    [InlineData("1-800-555-0199 x12", "US", "+18005550199")]
    [InlineData("415 555 0142 or 415 555 0177", "US", null)]
    [InlineData("07700 900123 and my son's is 07700 900456", "GB", null)]
    [InlineData("415 555 0142 no 43", "US", null)]
    [InlineData("415 555 014", "US", null)]
    [InlineData("555 0142", "US", null)]
    [InlineData("415 555 01421", "US", null)]
    [InlineData("0770090012", "GB", null)]
    [InlineData("07700 9001234", "GB", null)]
    [InlineData("call 415 555 0142 after 5", "US", null)]
    [InlineData("double", "US", null)]
    [InlineData("4155550142", "GB", null)]
    [InlineData("+33 6 99 99 99 99", "GB", "+33699999999")]
    [InlineData("I do not know it", "US", null)]
    [InlineData("sip:+14155550142@example.invalid", "US", null)]
    [InlineData("123", "US", null)]
    [InlineData("911", "US", null)]
    [InlineData("+0000000000", "US", null)]
    public void Read_PrintedOrSpoken_GivesTheNumberOrRefuses(string text, string region, string? e164)
    {
        var result = PhoneNumber.Read(text, region);

        if (e164 is null) Assert.Equal(PhoneNumberRefusalKind.Unreadable, result.Match(_ => (PhoneNumberRefusalKind?)null, refusal => refusal.Kind));
        else Assert.Equal(e164, result.Match(number => number.E164, refusal => refusal.Kind.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    [InlineData("{{ customer.number }}")]
    [InlineData("null")]
    [InlineData("Anonymous")]
    [InlineData("private number")]
    [InlineData("Restricted")]
    [InlineData("unknown")]
    [InlineData("the number I'm calling from")]
    [InlineData("same number")]
    [InlineData("+266696687")]
    [InlineData("+7378742833")]
    public void Read_WithheldOrAbsent_IsMissing(string? text)
    {
        var result = PhoneNumber.Read(text, "US");

        Assert.Equal(PhoneNumberRefusalKind.Missing, result.Refusal.Kind);
    }

    [Theory]
    [InlineData("+447700900123", "US", "GB")]
    [InlineData("+447700900123", "GB", "GB")]
    [InlineData("+14155550142", "GB", "US")]
    [InlineData("+16045550199", "US", "CA")]
    [InlineData("+15555550100", "CA", "CA")]
    public void Read_AnyNumber_KnowsItsCountry(string text, string clinic, string country)
    {
        var number = PhoneNumber.Read(text, clinic).Value;

        Assert.Equal(country, number.Region);
    }

    [Fact]
    public void Read_CountryNotAllowed_NamesTheAllowed()
    {
        var refusal = PhoneNumber.Read("+447700900123", "US", ["US", "CA"]).Refusal;

        Assert.Equal(PhoneNumberRefusalKind.WrongCountry, refusal.Kind);
        Assert.Equal(["US", "CA"], refusal.AllowedCountries);
    }

    [Fact]
    public void ToString_AnyNumber_ShowsTwoDigits()
    {
        var number = PhoneNumber.Read("+14155550142", "US").Value;

        Assert.Equal("***42", number.ToString());
        Assert.Equal("42", number.LastTwo);
    }

    [Fact]
    public void Equals_SameNumberSaidDifferently_IsTrue()
    {
        var printed = PhoneNumber.Read("(415) 555-0142", "US").Value;
        var spoken = PhoneNumber.Read("four one five triple five oh one four two", "US").Value;

        Assert.Equal(printed, spoken);
        Assert.True(printed == spoken);
    }

    [Theory]
    [InlineData("+14155550142", true)]
    [InlineData("+447700900123", true)]
    [InlineData("14155550142", false)]
    [InlineData("+1 415 555 0142", false)]
    [InlineData("+1415555014", false)]
    [InlineData(null, false)]
    public void TryParseE164_OnlyTheStoredForm_IsTaken(string? text, bool taken)
    {
        var parsed = PhoneNumber.TryParseE164(text, out var number);

        Assert.Equal(taken, parsed);
        Assert.Equal(taken ? text : null, number?.E164);
    }
}
