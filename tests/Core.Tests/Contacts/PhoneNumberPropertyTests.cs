using CsCheck;
using Orchestrator.Core.Contacts;
using Orchestrator.Core.Tests.Speech;
using Xunit;

namespace Orchestrator.Core.Tests.Contacts;

public sealed class PhoneNumberPropertyTests
{
    private static readonly Gen<string> NorthAmerican =
        Gen.Select(Gen.Int[2, 9], Gen.Int[0, 99], Gen.Int[2, 9], Gen.Int[0, 999_999]).Select((area, areaRest, exchange, rest) => $"{area}{areaRest:00}{exchange}{rest:000000}");

    private static readonly Gen<string> BritishMobile = Gen.Int[0, 999].Select(rest => $"07700900{rest:000}");

    [Fact]
    public void Read_NorthAmericanNumberSaidAnyWay_GivesTheNumber() =>
        Gen.Select(NorthAmerican, SayDigits.Choices, Pick.From("", "my number is ", "area code ", "one ", "plus one ")).Sample(
            (national, choices, before) =>
            {
                var heard = before + SayDigits.Aloud(national, choices);

                Assert.Equal($"+1{national}", PhoneNumber.Read(heard, "US").Match(number => number.E164, refusal => $"{refusal.Kind}: {heard}"));
            },
            iter: 3_000);

    [Fact]
    public void Read_AsTheNetworkWritesIt_IsReadLikeTheSameWithABlank() =>
        Gen.Select(Pick.From("+1", "+44", "+353", "+61", "+49", "+", "+266", "+7378"), Gen.String[Gen.Char['0', '9'], 0, 13], Pick.From("US", "GB", "ZZ")).Sample(
            (country, national, region) =>
            {
                var number = country + national;

                Assert.Equal(Told(number + " ", region), Told(number, region));
            },
            iter: 3_000);

    private static string Told(string text, string region) => PhoneNumber.Read(text, region).Match(number => $"{number.E164} {number.Region}", refusal => refusal.Kind.ToString());

    [Fact]
    public void Read_BritishNumberSaidAnyWay_GivesTheNumber() =>
        Gen.Select(BritishMobile, SayDigits.Choices).Sample(
            (national, choices) =>
            {
                var heard = SayDigits.Aloud(national, choices);

                Assert.Equal($"+44{national[1..]}", PhoneNumber.Read(heard, "GB").Match(number => number.E164, refusal => $"{refusal.Kind}: {heard}"));
            },
            iter: 3_000);

    [Fact]
    public void Read_ExtensionSaidAnyWay_IsDropped() =>
        Gen.Select(NorthAmerican, SayDigits.Choices, Pick.From(" ext. ", " x ", ", extension ", " #", ";ext="), Gen.Int[0, 9999]).Sample(
            (national, choices, mark, extension) =>
            {
                var heard = $"{national[..3]}-{national[3..6]}-{national[6..]}{mark}{SayDigits.Aloud($"{extension}", choices)}";

                Assert.Equal($"+1{national}", PhoneNumber.Read(heard, "US").Match(number => number.E164, refusal => $"{refusal.Kind}: {heard}"));
            },
            iter: 2_000);

    [Fact]
    public void Read_OneDigitMoreOrLess_IsUnreadable() =>
        Gen.Select(NorthAmerican, SayDigits.Choices, Gen.Bool).Sample(
            (national, choices, more) =>
            {
                var heard = SayDigits.Aloud(more ? national + "7" : national[..9], choices);

                Assert.Equal("Unreadable", PhoneNumber.Read(heard, "US").Match(number => $"{number.E164}: {heard}", refusal => refusal.Kind.ToString()));
            },
            iter: 2_000);

    [Fact]
    public void Read_AnyText_NeverThrows() =>
        Gen.Select(Gen.String, Pick.From("US", "GB", "IE", "ZZ", "")).Sample(
            (text, region) => { Assert.NotNull(PhoneNumber.Read(text, region)); },
            iter: 5_000);

    [Fact]
    public void TryParseE164_EveryNumberRead_ComesBack() =>
        NorthAmerican.Sample(national =>
        {
            var number = PhoneNumber.Read(national, "US").Value;

            Assert.True(PhoneNumber.TryParseE164(number.E164, out var stored));
            Assert.Equal(number, stored);
        });
}
