using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Core.Calls.Reports;
using Orchestrator.Core.Redaction;
using Orchestrator.Web.Vapi;
using Xunit;

namespace Orchestrator.Web.Tests.Vapi;

public sealed class CallReportReaderTests
{
    private const string Spoken = """[{"role":"system","content":"You are"},{"role":"assistant","content":"Hello"},{"role":"user","content":"Hi, Ada"}]""";

    [Theory]
    [InlineData("""{"artifact":{"messages":[{"role":"system","message":"You are"},{"role":"bot","message":"Hello","secondsFromStart":1.5},{"role":"user","message":"Hi, Ada","secondsFromStart":2}]}}""")]
    [InlineData("""{"messages":[{"role":"bot","message":"Hello"},{"role":"user","message":"Hi, Ada"}]}""")]
    [InlineData("""{"artifact":{"messages":[],"messagesOpenAIFormatted":""" + Spoken + "}}")]
    [InlineData("""{"artifact":"odd","messages":7,"messagesOpenAIFormatted":""" + Spoken + "}")]
    [InlineData("""{"artifact":{"transcript":"AI: Hello\nUser: Hi, Ada\n"}}""")]
    [InlineData("""{"transcript":"Assistant:  Hello\r\nUser: Hi, Ada"}""")]
    [InlineData("""{"artifact":{"messages":[{"role":"system","message":"only this"}],"transcript":"AI: Hello\nUser: Hi, Ada"}}""")]
    [InlineData("""{"artifact":{"messages":[{"role":"bot","content":[{"type":"text","text":"Hello"}]},{"role":"user","content":["Hi,","Ada"]}]}}""")]
    public void Read_ConversationInAnyForm_IsReadOnce(string message)
    {
        var report = CallReportReader.Read(Json(message));

        Assert.Equal([(SpeakerRole.Agent, "Hello"), (SpeakerRole.Caller, "Hi, Ada")], report.Turns.Select(turn => (turn.Role, turn.Text!)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"artifact":null,"analysis":null}""")]
    [InlineData("""{"artifact":[1],"transcript":{"a":1},"messages":"none","summary":5}""")]
    [InlineData("""{"artifact":{"messages":[null,1,"x",[],{},{"role":"user"},{"role":5,"message":{}}],"transcript":"  "}}""")]
    public void Read_NothingSaid_IsAnEmptyReport(string message)
    {
        var report = CallReportReader.Read(Json(message));

        Assert.Empty(report.Turns);
        Assert.Null(report.Summary);
        Assert.Equal(0, report.UnreadableParts);
    }

    [Fact]
    public void Read_Times_CountFromTheStart()
    {
        var report = CallReportReader.Read(Json(
            """{"messages":[{"role":"bot","message":"a","secondsFromStart":1.25},{"role":"user","message":"b","time":1790000005000},{"role":"user","message":"c","time":1790000006500},{"role":"user","message":"d","secondsFromStart":-1e300}]}"""));

        Assert.Equal([1250, 0, 1500, null], report.Turns.Select(turn => turn.OffsetMs));
    }

    [Fact]
    public void Read_HalfACharacter_IsATurnThatCannotBeRead() =>
        Assert.Null(Assert.Single(CallReportReader.Read(Json("""{"messages":[{"role":"user","message":"\ud800"}]}""")).Turns).Text);

    [Fact]
    public void Read_AnalysisTooLargeToCopy_IsCountedAsUnreadable()
    {
        var message = new JsonObject { ["analysis"] = new JsonObject { ["x"] = new string('y', 1_100_000), ["summary"] = "short" } };

        var report = CallReportReader.Read(Json(message.ToJsonString()));

        Assert.Equal(JsonValueKind.Undefined, report.Analysis.ValueKind);
        Assert.Equal(1, report.UnreadableParts);
        Assert.Equal("short", report.Summary);
    }

    [Fact]
    public void Read_Analysis_OutlivesTheRequest()
    {
        CallReport report;
        using (var document = JsonDocument.Parse("""{"analysis":{"a":"b"},"artifact":{"structuredOutputs":{"x":{"result":1}}}}"""))
            report = CallReportReader.Read(document.RootElement);

        Assert.Equal("""{"a":"b"}""", report.Analysis.GetRawText());
        Assert.Equal("""{"x":{"result":1}}""", report.Structured.GetRawText());
    }

    [Fact]
    public void Read_WhatTheAgentPassedToTools_IsKnown()
    {
        var report = CallReportReader.Read(Json(
            """
            {"customer":{"name":"Ada Byron"},"artifact":{"messages":[{"role":"tool_calls","toolCalls":[{"function":{"name":"claim_slot",
             "arguments":"{\"patient_name\":\"Zebedee Quill\",\"patient_phone\":\"415 555 0177\"}"}}]},
             {"role":"tool_calls","toolCalls":[{"function":{"name":"verify_otp","arguments":{"code":482913}}}]},{"role":"user","message":"x"}]}}
            """));

        Assert.Equal(
            [new("Ada Byron", EntityType.Person), new("Zebedee Quill", EntityType.Person), new("415 555 0177", EntityType.PhoneNumber), new KnownValue("482913", EntityType.Otp)],
            report.Known);
    }

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;
}
