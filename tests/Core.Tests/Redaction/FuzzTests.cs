using System.Text;
using Orchestrator.Core.Redaction;
using Xunit;

namespace Orchestrator.Core.Tests.Redaction;

/// <summary>Broken, hostile and random texts: no exception, no hang, no planted value in the output.</summary>
public sealed class FuzzTests
{
    [Fact]
    public void Redact_TwentyThousandBrokenTexts_NeitherThrowsNorLeaks()
    {
        var fuzzer = new Fuzzer(new Random(51));

        for (var i = 0; i < 20_000; i++) Assert.Null(fuzzer.Run(Redacting.Redactor));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\uD800")]
    [InlineData("[")]
    [InlineData("AI:")]
    [InlineData("AI:\nUser:")]
    [InlineData("@")]
    [InlineData("my name is")]
    [InlineData("double")]
    [InlineData("hundred")]
    [InlineData("+")]
    [InlineData("***")]
    [InlineData("\\n")]
    [InlineData("a@")]
    [InlineData("www.")]
    [InlineData("://")]
    public void Redact_NextToNothing_PassesThrough(string text) => Redacting.AssertUntouched(text);

    [Theory]
    [InlineData("my number is 077\u200B00 9\u200D00 123")]
    [InlineData("my number is \u202E07700\u202C 900123")]
    [InlineData("my number is 07700\u00A0900\u00A0123")]
    [InlineData("my number is 07700\u2011900\u2011123")]
    [InlineData("my number is ０７７００ ９００１２３")]
    [InlineData("my number is \U0001D7EC\U0001D7F3\U0001D7F3\U0001D7EC\U0001D7EC 900123")]
    [InlineData("my number is 0\u00AD7\u00AD7\u00AD0\u00AD0 900123")]
    [InlineData("my number is ٠٧٧٠٠ ٩٠٠١٢٣")]
    public void Redact_DisguisedNumber_HidesIt(string text) =>
        Assert.Equal("my number is [PHONE_1]", Redacting.Redact(text).Text.Replace("\u202E", "", StringComparison.Ordinal));

    [Fact]
    public void Redact_TenMegabytes_HidesWhatItHolds()
    {
        var text = string.Concat(Enumerable.Repeat("so I was hoping to come in sometime next week ", 220_000)) + "my number is 07700 900123";

        var result = Redacting.Redact(text);

        Assert.False(result.Withheld);
        Assert.EndsWith("my number is [PHONE_1]", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Redact_LongerThanThePolicyAllows_WithholdsAll()
    {
        var policy = new RedactionPolicy("small", 1, [.. EntityTypes.All.Select(_ => RedactionAction.Token)], [], []) { MaxLength = 10 };

        var result = Redacting.Redact("hello 07700 900123", policy);

        Assert.True(result.Withheld);
        Assert.Equal(RedactionResult.WithheldText, result.Text);
        Assert.Equal((0, 18), (result.Spans[0].Start, result.Spans[0].End));
    }
}
