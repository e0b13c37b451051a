using System.Text.Json;
using Orchestrator.Web.Vapi.Tools;
using Xunit;

namespace Orchestrator.Web.Tests.Vapi;

public sealed class ToolAnswerTests
{
    [Fact]
    public void Done_GoodAnswer_HasItsFieldsInOrderOnOneLine()
    {
        var answer = ToolAnswerWriter.Good(ToolCodes.Held, "Dr. Müller\r\nat\u2028ten\u2029 \"sharp\".")
            .Text("hold_id", "h1")
            .Instant("start", new DateTimeOffset(2027, 1, 14, 10, 0, 0, TimeSpan.FromHours(-8)))
            .Number("attempts_left", 2)
            .Texts("provider_ids", ["osei", "fischer"])
            .Done();

        Assert.Equal(
            """{"code":"held","say":"Dr. Müller\r\nat\u2028ten\u2029 \"sharp\".","hold_id":"h1","start":"2027-01-14T10:00:00-08:00","attempts_left":2,"provider_ids":["osei","fischer"]}""",
            answer.Json);
        Assert.Equal((ToolCodes.Held, ToolAnswerKind.Result), (answer.Code, answer.Kind));
    }

    [Theory]
    [InlineData(RefusalAction.Retry, "RETRY")]
    [InlineData(RefusalAction.OfferAlternatives, "OFFER_ALTERNATIVES")]
    [InlineData(RefusalAction.AskAgain, "ASK_AGAIN")]
    [InlineData(RefusalAction.Escalate, "ESCALATE")]
    public void Done_Refusal_SaysWhatToDoNext(RefusalAction action, string expected)
    {
        var answer = ToolAnswerWriter.Refused(ToolCodes.SlotTaken, "Gone.", action).Done();

        Assert.Equal(expected, JsonDocument.Parse(answer.Json).RootElement.GetProperty("action").GetString());
        Assert.Equal(ToolAnswerKind.Result, answer.Kind);
    }

    [Fact]
    public void Done_WritersInterleaved_DoNotShareABuffer()
    {
        var first = ToolAnswerWriter.Good("a", "one");
        var second = ToolAnswerWriter.Good("b", "two");

        Assert.Equal("""{"code":"b","say":"two"}""", second.Done().Json);
        Assert.Equal("""{"code":"a","say":"one","n":1}""", first.Number("n", 1).Done().Json);
        Assert.Equal("""{"code":"c","say":"three"}""", ToolAnswerWriter.Good("c", "three").Done().Json);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\n}")]
    [InlineData("{\r}")]
    [InlineData("{\u2028}")]
    public void New_NotOneLine_Throws(string json) => Assert.ThrowsAny<ArgumentException>(() => new ToolAnswer(json, "x"));
}
