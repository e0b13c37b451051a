using CsCheck;
using Orchestrator.Core.Tests.Speech;
using Orchestrator.Core.Verification;
using Xunit;

namespace Orchestrator.Core.Tests.Verification;

public sealed class SpokenCodePropertyTests
{
    private static readonly Gen<string> Codes = Gen.Int[0, 999_999].Select(number => number.ToString("000000", System.Globalization.CultureInfo.InvariantCulture));

    private static readonly Gen<(string Before, string After)> Sentences = Pick.From(
        ("", ""), ("the code is ", ""), ("it says ", " thank you"), ("um, ", "."), ("no, it is ", ""), ("111222, sorry, ", ""), ("my six digit code is ", ", okay?"));

    [Fact]
    public void Read_AnyCodeSaidAnyWay_GivesTheCode() =>
        Gen.Select(Codes, SayDigits.Choices, Sentences).Sample(
            (code, choices, sentence) =>
            {
                var heard = sentence.Before + SayDigits.Aloud(code, choices) + sentence.After;

                Assert.Equal(code, SpokenCode.Read(heard, 6).Match(read => read.Digits, again => $"{again}: {heard}"));
            },
            iter: 5_000);

    [Fact]
    public void Read_DigitsOfAnotherLength_AreNeverMadeToFit() =>
        Gen.Select(Gen.Char['0', '9'].Array[1, 14].Where(digits => digits.Length != 6), SayDigits.Choices).Sample(
            (digits, choices) =>
            {
                var heard = SayDigits.Aloud(new string(digits), choices);

                Assert.Equal(digits.Length < 6 ? CodeAskAgain.TooFew : CodeAskAgain.TooMany, SpokenCode.Read(heard, 6).Match(_ => (CodeAskAgain?)null, again => again));
            },
            iter: 5_000);

    [Fact]
    public void Read_AnyText_NeverThrowsAndHasTheLength() =>
        Gen.Select(Gen.String, Gen.Int[1, 10]).Sample(
            (heard, length) => Assert.Equal(length, SpokenCode.Read(heard, length).Match(code => code.Digits.Length, _ => length)),
            iter: 5_000);
}
