using System.Text.Json;
using Orchestrator.Web.Vapi;
using Xunit;

namespace Orchestrator.Web.Tests.Vapi;

public sealed class ToolArgumentsTests
{
    [Theory]
    [InlineData("\" friday \"", "friday")]
    [InlineData("4155550142", "4155550142")]
    [InlineData("20270114", "20270114")]
    [InlineData("1.50", "1.50")]
    [InlineData("\"Zo\\u00eb M\u00fcller\"", "Zo\u00eb M\u00fcller")]
    [InlineData("\"one\\ntwo\"", "one\ntwo")]
    [InlineData("\"nullable\"", "nullable")]
    public void Read_Scalar_IsGivenAsText(string json, string expected) =>
        Assert.Equal(new ToolArgument(ArgumentState.Given, expected), Read($"{{\"it\":{json}}}")["it"]);

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\" \\t\\n\"")]
    [InlineData("\"null\"")]
    [InlineData("\"Undefined\"")]
    [InlineData("\"{{ hold_id }}\"")]
    [InlineData("\"{{hold_id}}\"")]
    [InlineData("\"id: {{ $.hold_id }}\"")]
    public void Read_NothingSaid_IsMissing(string json) => Assert.True(Read($"{{\"it\":{json}}}")["it"].IsMissing);

    [Theory]
    [InlineData("[\"a\"]")]
    [InlineData("{\"a\":1}")]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("\"a\\u0000b\"")]
    [InlineData("\"a\\u001bb\"")]
    public void Read_WrongKind_IsUnusable(string json)
    {
        var argument = Read($"{{\"before\":1,\"it\":{json},\"after\":\"x\"}}");

        Assert.Equal(ArgumentState.Unusable, argument["it"].State);
        Assert.False(argument["it"].TryGet(out _));
        Assert.Equal("x", argument["after"].Text);
    }

    [Fact]
    public void Read_EndlessText_IsUnusable() =>
        Assert.Equal(ArgumentState.Unusable, Read($"{{\"it\":\"{new string('x', 1_001)}\"}}")["it"].State);

    [Theory]
    [InlineData("""{"it":1,"it":2}""")]
    [InlineData("""{"it":1""")]
    [InlineData("""{"it":"\ud800"}""")]
    [InlineData("""{"it":1}{"it":1}""")]
    public void Read_BrokenText_IsMalformed(string json)
    {
        var arguments = Read(JsonSerializer.Serialize(json));

        Assert.True(arguments.IsMalformed);
        Assert.True(arguments["it"].IsMissing);
    }

    [Fact]
    public void Read_EncodedTwice_IsReadButNotThrice()
    {
        var once = JsonSerializer.Serialize("""{"it":"x"}""");
        var twice = JsonSerializer.Serialize(once);
        var thrice = JsonSerializer.Serialize(twice);

        Assert.Equal("x", Read(once)["it"].Text);
        Assert.Equal("x", Read(twice)["it"].Text);
        Assert.True(Read(thrice).IsMalformed);
    }

    [Fact]
    public void Read_AbsurdNumberOfFields_IsMalformed() =>
        Assert.True(Read("{" + string.Join(',', Enumerable.Range(0, 100).Select(number => $"\"f{number}\":1")) + "}").IsMalformed);

    private static ToolArguments Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ArgumentReader.Read(document.RootElement);
    }
}
