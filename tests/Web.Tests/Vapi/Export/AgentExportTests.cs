using System.Collections.Frozen;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Core.Tenancy;
using Orchestrator.Web.Vapi.Export;
using Xunit;

namespace Orchestrator.Web.Tests.Vapi.Export;

/// <summary>The facts about Vapi's API that the definitions have to meet (docs.vapi.ai and its OpenAPI document, read 22 Nov 2026).</summary>
public sealed partial class AgentExportTests
{
    private static readonly OrgFile Clinic = new()
    {
        Slug = "harborview", Name = "Harborview {Family} Clinic", TimeZone = "America/New_York", Country = "US", Locale = "en-US", Otp = new(6, NodaTime.Duration.FromMinutes(5), 5, NodaTime.Duration.FromSeconds(30), 3, true, []),
    };

    private static readonly FrozenSet<string> ToolKeys = FrozenSet.Create("type", "async", "function", "messages", "server", "parameters", "variableExtractionPlan");

    public static TheoryData<string> Tools => ["check_availability", "claim_slot", "send_otp", "verify_otp", "confirm_appointment", "release_hold"];

    [Theory]
    [MemberData(nameof(Tools))]
    public void Create_Tool_MeetsVapisRules(string name)
    {
        var tool = Find(name);

        Assert.Equal("function", (string)tool["type"]!);
        Assert.False((bool)tool["async"]!, "an asynchronous answer is not used in the turn");
        Assert.Equal(name, (string)tool["function"]!["name"]!);
        Assert.Matches(ToolName(), name);
        Assert.Equal("object", (string)tool["function"]!["parameters"]!["type"]!);
        Assert.Empty(tool.Select(pair => pair.Key).Except(ToolKeys));
        var properties = tool["function"]!["parameters"]!["properties"]!.AsObject();
        Assert.All(tool["function"]!["parameters"]!["required"]!.AsArray(), required => Assert.True(properties.ContainsKey((string)required!)));
        Assert.DoesNotContain("hold_id", properties.Select(pair => pair.Key));
        Assert.All(tool["messages"]!.AsArray(), message =>
        {
            Assert.NotEqual("request-complete", (string)message!["type"]!);
            Assert.InRange(((string)message["content"]!).Length, 1, 1_000);
            if (message["timingMilliseconds"] is { } timing)
                Assert.InRange((int)timing, 100, 120_000);
        });
    }

    [Theory]
    [InlineData("send_otp")]
    [InlineData("verify_otp")]
    [InlineData("confirm_appointment")]
    [InlineData("release_hold")]
    public void Create_ToolAfterTheHold_TakesItsIdFromTheClaimsAnswer(string name)
    {
        Assert.Equal("""[{"key":"hold_id","value":"{{ hold_id }}"}]""", Find(name)["parameters"]!.ToJsonString());
        Assert.Equal("""[{"key":"hold_id","value":"{{ $.hold_id }}"}]""", Find("claim_slot")["variableExtractionPlan"]!["aliases"]!.ToJsonString());
    }

    [Fact]
    public void Create_Every_NamesTheWebhookAndItsCredential()
    {
        foreach (var definition in AgentExport.Create(Clinic, new Uri("https://book.example/base/"), "cred-1"))
        {
            var server = JsonNode.Parse(definition.Json)!["server"]!;

            Assert.Equal("https://book.example/base/api/vapi/webhook", (string)server["url"]!);
            Assert.Equal("cred-1", (string)server["credentialId"]!);
            Assert.InRange((int)server["timeoutSeconds"]!, 9, 300);
            Assert.InRange((int)server["backoffPlan"]!["maxRetries"]!, 1, 10);
            Assert.InRange((int)server["backoffPlan"]!["baseDelaySeconds"]!, 1, 10);
            Assert.DoesNotContain(503, server["backoffPlan"]!["excludedStatusCodes"]!.AsArray().Select(status => (int)status!));
        }
    }

    [Fact]
    public void Create_Assistant_HearsWhatIsNeededAndKeepsNoRecording()
    {
        var assistant = Find("assistant");

        Assert.Equal(
            ["tool-calls", "status-update", "end-of-call-report", "hang", "transfer-destination-request"],
            assistant["serverMessages"]!.AsArray().Select(type => (string)type!));
        Assert.Equal(10, (int)assistant["server"]!["backoffPlan"]!["maxRetries"]!);
        Assert.False((bool)assistant["artifactPlan"]!["recordingEnabled"]!);
        Assert.Equal(Tools.Select(row => row.Data), assistant["model"]!["tools"]!.AsArray().Select(tool => (string)tool!["function"]!["name"]!));
        Assert.InRange(((string)assistant["name"]!).Length, 1, 40);
    }

    [Fact]
    public void Create_Assistant_KnowsTheTimeAtTheClinic()
    {
        var prompt = (string)Find("assistant")["model"]!["messages"]![0]!["content"]!;

        Assert.Contains("""{{"now" | date: "%A, %B %d, %Y, %I:%M %p", "America/New_York"}}""", prompt, StringComparison.Ordinal);
        Assert.Contains("Harborview Family Clinic", prompt, StringComparison.Ordinal);
        Assert.Equal(1, prompt.Split("{{").Length - 1);
    }

    [Fact]
    public void Create_Every_LeavesNoPlaceholderButTheCredential()
    {
        foreach (var definition in AgentExport.Create(Clinic, new Uri("https://book.example"), null))
        {
            Assert.DoesNotMatch(Placeholder(), definition.Json);
            Assert.Equal(definition.Name == "assistant" ? 7 : 1, definition.Json.Split(AgentExport.NoCredential).Length - 1);
        }
    }

    private static JsonObject Find(string name) =>
        JsonNode.Parse(AgentExport.Create(Clinic, new Uri("https://book.example"), "cred-1").Single(definition => definition.Name == name).Json)!.AsObject();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex ToolName();

    [GeneratedRegex("%[a-z_]+%|__[A-Z_]+__")]
    private static partial Regex Placeholder();
}
