using System.Runtime.CompilerServices;
using System.Text.Json;
using Orchestrator.Core.Verification;
using Xunit;

namespace Orchestrator.Core.Tests.Verification;

public sealed class SpokenCodeTests
{
    private static string CasesPath([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "spoken-codes.json");

    public static TheoryData<string, int, string?, string?> SharedCases()
    {
        var data = new TheoryData<string, int, string?, string?>();
        using var json = JsonDocument.Parse(File.ReadAllText(CasesPath()));
        foreach (var item in json.RootElement.GetProperty("cases").EnumerateArray())
        {
            var code = item.TryGetProperty("code", out var c) ? c.GetString() : null;
            var askAgain = item.TryGetProperty("askAgain", out var a) ? a.GetString() : null;
            data.Add(item.GetProperty("heard").GetString()!, item.GetProperty("length").GetInt32(), code, askAgain);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(SharedCases))]
    public void Read_SharedCase_GivesItsAnswer(string heard, int length, string? code, string? askAgain)
    {
        var result = SpokenCode.Read(heard, length);

        var answer = result.Match<(string?, string?)>(read => (read.Digits, null), again => (null, Name(again)));
        Assert.Equal((code, askAgain), answer);
    }

    [Theory]
    [InlineData("042109", "042109")]
    [InlineData("4 to 7 1 8 5", "427185")]
    [InlineData("the code is for two seven one eight five", "427185")]
    [InlineData("my six digit code is 4 2 7 1 8 5", "427185")]
    [InlineData("hold on one second, four two seven one eight five", "427185")]
    [InlineData("four two seven thousand ... no, four two seven one eight five", "427185")]
    [InlineData("three fives four two one", "555421")]
    [InlineData("427 thousand 185", "427185")]
    [InlineData("four hundred twenty seven thousand and eighty five", "427085")]
    [InlineData("nine hundred one two three", "900123")]
    [InlineData("double-oh seven treble four", "007444")]
    [InlineData("four two seven one eight five, I repeat, four two seven one eight five", "427185")]
    [InlineData("It's 427185, sorry about that", "427185")]
    [InlineData("Four, two. Seven; one... eight, FIVE!", "427185")]
    [InlineData("४२७१८५", "427185")]
    [InlineData("oh oh oh oh oh oh", "000000")]
    public void Read_WaysOfSaying_GivesTheCode(string heard, string code)
    {
        var result = SpokenCode.Read(heard, 6);

        Assert.Equal(code, result.Value.Digits);
    }

    [Theory]
    [InlineData(null, CodeAskAgain.NoDigits)]
    [InlineData("{{ code }}", CodeAskAgain.NoDigits)]
    [InlineData("null", CodeAskAgain.NoDigits)]
    [InlineData("for you to have", CodeAskAgain.NoDigits)]
    [InlineData("42109", CodeAskAgain.TooFew)]
    [InlineData("double forty two one two", CodeAskAgain.TooFew)]
    [InlineData("it was sent to four two seven one eight", CodeAskAgain.TooFew)]
    [InlineData("four two seven one eight for the booking", CodeAskAgain.TooFew)]
    [InlineData("427185 427186", CodeAskAgain.TooMany)]
    [InlineData("427185 or 427186", CodeAskAgain.TooMany)]
    [InlineData("4 2 7 1 8 or 5", CodeAskAgain.TooMany)]
    [InlineData("four hundred twenty seven thousand one hundred eighty five six", CodeAskAgain.TooMany)]
    public void Read_NotExactlyTheLength_AsksAgain(string? heard, CodeAskAgain reason)
    {
        var result = SpokenCode.Read(heard, 6);

        Assert.False(result.IsSuccess);
        Assert.Equal(reason, result.Refusal);
    }

    [Fact]
    public void ToString_AnyCode_IsMasked()
    {
        var code = SpokenCode.Read("427185", 6).Value;

        Assert.Equal("******", code.ToString());
    }

    private static string Name(CodeAskAgain reason) => reason switch
    {
        CodeAskAgain.NoDigits => "no-digits",
        CodeAskAgain.TooFew => "too-few",
        CodeAskAgain.TooMany => "too-many",
    };
}
