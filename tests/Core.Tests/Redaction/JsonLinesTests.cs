using System.Text.Json;
using Orchestrator.Core.Redaction;
using Xunit;

namespace Orchestrator.Core.Tests.Redaction;

public sealed class JsonLinesTests
{
    [Fact]
    public async Task RunAsync_GoodLines_WritesSpansInCodePoints()
    {
        var (bad, output, errors) = await Run("""{"id":7,"text":"😀 my number is 07700 900123","other":[1]}""");

        Assert.Equal((0, ""), (bad, errors));
        using var line = JsonDocument.Parse(output);
        Assert.Equal(7, line.RootElement.GetProperty("id").GetInt32());
        Assert.Equal("😀 my number is [PHONE_1]", line.RootElement.GetProperty("redacted").GetString());
        var span = line.RootElement.GetProperty("spans")[0];
        Assert.Equal((15, 27, "PHONE_NUMBER"), (span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32(), span.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task RunAsync_KnownValues_AreHidden()
    {
        var (_, output, _) = await Run("""{"id":"a","text":"ask Hollis","known":["Rebecca Hollis"]}""");

        Assert.Contains("ask [PERSON_1]", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[1]")]
    [InlineData("""{"text":"x"}""")]
    [InlineData("""{"id":1}""")]
    [InlineData("""{"id":1,"text":5}""")]
    [InlineData("""{"id":1,"text":"x","known":"y"}""")]
    [InlineData("""{"id":1,"text":"x","known":[1]}""")]
    public async Task RunAsync_BadLine_NamesItAndGoesOn(string bad)
    {
        var (count, output, errors) = await Run($"{{\"id\":1,\"text\":\"a\"}}\n{bad}\n\n{{\"id\":2,\"text\":\"b\"}}");

        Assert.Equal(1, count);
        Assert.StartsWith("Line 2: ", errors, StringComparison.Ordinal);
        Assert.Equal(2, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task RunAsync_HalfASurrogatePair_IsHiddenOrPassedButNeverStops()
    {
        var (_, output, _) = await Run("{\"id\":1,\"text\":\"\\ud83d 07700 900123\"}\n{\"id\":2,\"text\":\"b\"}");

        Assert.DoesNotContain("900123", output, StringComparison.Ordinal);
        Assert.Contains("\"id\":2", output, StringComparison.Ordinal);
    }

    private static async Task<(int Bad, string Output, string Errors)> Run(string input)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var bad = await new RedactionJsonLines(Redacting.Redactor, RedactionPresets.ClinicDefault).RunAsync(new StringReader(input), output, errors, TestContext.Current.CancellationToken);
        return (bad, output.ToString(), errors.ToString());
    }
}
