using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Orchestrator.Core.Calls;
using Orchestrator.Web.Vapi;
using Orchestrator.Web.Vapi.Tools;
using Xunit;

namespace Orchestrator.Web.Tests.Vapi;

public sealed class VapiToolCallTests
{
    [Theory]
    [InlineData("""{"id":"c1","type":"function","function":{"name":"check_availability","arguments":"{\"date\":\"tomorrow\"}"}}""")]
    [InlineData("""{"id":"c1","type":"function","function":{"name":"check_availability","arguments":{"date":"tomorrow"}}}""")]
    [InlineData("""{"id":"c1","name":"check_availability","arguments":{"date":"tomorrow"}}""")]
    [InlineData("""{"id":"c1","name":"check_availability","parameters":{"date":"tomorrow"}}""")]
    [InlineData("""{"id":"c1","type":"function","function":{"name":"check_availability","parameters":{"date":"tomorrow"}}}""")]
    [InlineData("""{"id":"c1","name":"check_availability","arguments":null,"parameters":"\"{\\\"date\\\":\\\"tomorrow\\\"}\""}""")]
    public async Task Post_AnyShapeInAnyList_RunsTheTool(string entry)
    {
        await using var host = await VapiHost.StartAsync();

        foreach (var list in new[] { "toolCallList", "toolCalls", "toolWithToolCallList" })
        {
            var call = JsonNode.Parse(entry)!;
            var message = VapiPayload.Message("tool-calls");
            message[list] = new JsonArray(list == "toolWithToolCallList" ? new JsonObject { ["type"] = "function", ["toolCall"] = call } : call);

            var answer = await host.PostAsync(VapiPayload.Wrap(message));

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal("application/json", answer.ContentType);
            Assert.Equal("c1", Assert.Single(answer.Results).GetProperty("toolCallId").GetString());
            Assert.Equal("check_availability", answer.Results[0].GetProperty("name").GetString());
            Assert.Equal("available", answer.Code(0));
        }

        Assert.Equal(3, host.Tool.Runs.Count);
        Assert.All(host.Tool.Runs, run => Assert.Equal(new ToolArgument(ArgumentState.Given, "tomorrow"), run.Arguments["date"]));
    }

    [Fact]
    public async Task Post_SameCallInThreeLists_RunsItOnceInTheOrderFirstSeen()
    {
        await using var host = await VapiHost.StartAsync();
        var message = VapiPayload.ToolCalls(VapiPayload.Call("b"), VapiPayload.Call("a"));
        message["toolWithToolCallList"] = new JsonArray(new JsonObject { ["toolCall"] = VapiPayload.Call("a") }, new JsonObject { ["toolCall"] = VapiPayload.Call("c") });
        message["toolCalls"] = new JsonArray(VapiPayload.Call("c"), VapiPayload.Call("b"), VapiPayload.Call("d"));

        var answer = await host.PostAsync(VapiPayload.Wrap(message));

        Assert.Equal(["b", "a", "c", "d"], answer.Results.Select(entry => entry.GetProperty("toolCallId").GetString()));
        Assert.Equal(["b", "a", "c", "d"], host.Tool.Runs.Select(run => run.Context.ToolCallId));
    }

    [Fact]
    public async Task Post_ListsThatEachKnowAPart_AreCompletedFromEachOther()
    {
        await using var host = await VapiHost.StartAsync();
        var message = VapiPayload.ToolCalls(new JsonObject { ["id"] = "c1" });
        message["toolWithToolCallList"] = new JsonArray(new JsonObject
        {
            ["function"] = new JsonObject { ["name"] = "check_availability", ["parameters"] = new JsonObject { ["type"] = "object" } },
            ["toolCall"] = new JsonObject { ["id"] = "c1" },
        });
        message["toolCalls"] = new JsonArray(new JsonObject { ["id"] = "c1", ["arguments"] = new JsonObject { ["date"] = "friday" } });

        await host.PostAsync(VapiPayload.Wrap(message));

        Assert.Equal("friday", Assert.Single(host.Tool.Runs).Arguments["date"].Text);
    }

    [Fact]
    public async Task Post_UnknownToolBesideAKnownOne_GetsAnErrorEntryOfItsOwn()
    {
        await using var host = await VapiHost.StartAsync();

        var answer = await host.PostAsync(VapiPayload.Wrap(VapiPayload.ToolCalls(VapiPayload.Call("a"), VapiPayload.Call("b", "order_pizza"))));

        Assert.Equal("available", answer.Code(0));
        Assert.True(answer.Results[1].TryGetProperty("error", out _));
        Assert.False(answer.Results[1].TryGetProperty("result", out _));
        Assert.Equal("unknown_tool", answer.Code(1));
        Assert.Equal("order_pizza", answer.Results[1].GetProperty("name").GetString());
        Assert.Contains(("unknown", "unknown_tool"), host.Metrics.Tools);
    }

    [Theory]
    [InlineData("\"{\\\"start\\\":\\\"2026-\"")]
    [InlineData("\"tomorrow at ten\"")]
    [InlineData("[1,2]")]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("\"{\\\"a\\\":1,\\\"a\\\":2}\"")]
    [InlineData("\"{} {}\"")]
    public async Task Post_ArgumentsNobodyCanRead_AsksAgainAndRunsNothing(string arguments)
    {
        await using var host = await VapiHost.StartAsync();

        var answer = await host.PostAsync(VapiPayload.Wrap(VapiPayload.ToolCalls(VapiPayload.Call("a", "claim_slot", JsonNode.Parse(arguments)))));

        Assert.Equal("invalid_argument", answer.Code(0));
        Assert.Equal("ASK_AGAIN", answer.Payload(0).GetProperty("action").GetString());
        Assert.True(answer.Results[0].TryGetProperty("result", out _));
        Assert.Empty(host.Claim.Runs);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    [InlineData("\"null\"")]
    [InlineData("\"{}\"")]
    [InlineData("\"\\\"\\\"\"")]
    public async Task Post_NoArguments_RunsTheToolWithNone(string arguments)
    {
        await using var host = await VapiHost.StartAsync();

        await host.PostAsync(VapiPayload.Wrap(VapiPayload.ToolCalls(VapiPayload.Call("a", "check_availability", JsonNode.Parse(arguments)))));

        Assert.True(Assert.Single(host.Tool.Runs).Arguments["date"].IsMissing);
    }

    [Fact]
    public async Task Post_EntriesWithoutAUsableId_AreNotRun()
    {
        await using var host = await VapiHost.StartAsync();
        var numbered = VapiPayload.Call("x");
        numbered["id"] = 123;
        var nameless = VapiPayload.Call("x");
        nameless.Remove("id");
        var listed = VapiPayload.Call("x");
        listed["id"] = new JsonArray("x");
        var blank = VapiPayload.Call(" ");
        var huge = VapiPayload.Call(new string('i', 300));

        var answer = await host.PostAsync(VapiPayload.Wrap(VapiPayload.ToolCalls(nameless, numbered, listed, blank, huge, VapiPayload.Call("ok"))));

        Assert.Equal(["123", " ", new string('i', 300), "ok"], answer.Results.Select(entry => entry.GetProperty("toolCallId").GetString()));
        Assert.Equal(["123", "ok"], host.Tool.Runs.Select(run => run.Context.ToolCallId));
    }

    [Fact]
    public async Task Post_MoreCallsThanAnyModelMakes_RunsTheFirstAndAnswersAll()
    {
        await using var host = await VapiHost.StartAsync();
        var calls = Enumerable.Range(0, 40).Select(number => (JsonNode)VapiPayload.Call($"c{number}")).ToArray();

        var answer = await host.PostAsync(VapiPayload.Wrap(VapiPayload.ToolCalls(calls)));

        Assert.Equal(40, answer.Results.Length);
        Assert.Equal(32, host.Tool.Runs.Count);
        Assert.Equal("temporarily_unavailable", answer.Code(39));
    }

    [Fact]
    public async Task Post_AThousandCalls_Is400AndRunsNothing()
    {
        await using var host = await VapiHost.StartAsync();
        var calls = Enumerable.Range(0, 1_000).Select(number => (JsonNode)VapiPayload.Call($"c{number}")).ToArray();

        var answer = await host.PostAsync(VapiPayload.Wrap(VapiPayload.ToolCalls(calls)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(host.Tool.Runs);
    }

    [Fact]
    public async Task Post_ListsThatAreNoLists_GivesNoResults()
    {
        await using var host = await VapiHost.StartAsync();
        var message = VapiPayload.Message("tool-calls");
        message["toolCallList"] = new JsonObject { ["id"] = "c1" };
        message["toolCalls"] = new JsonArray(null, 1, "x", new JsonArray());
        message["toolWithToolCallList"] = new JsonArray(new JsonObject { ["toolCall"] = "x" }, null);

        var answer = await host.PostAsync(VapiPayload.Wrap(message));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Empty(answer.Results);
    }

    [Fact]
    public async Task Post_ToolAnswer_IsPassedOnByteForByte()
    {
        await using var host = await VapiHost.StartAsync();
        const string line = """{"code":"held", "say":"Dr. Müller \u2028 <3 'quoted' \"twice\"",  "n":1.50}""";
        host.Tool.Answer = _ => new(new ToolAnswer(line, "held"));

        var answer = await host.PostAsync(VapiPayload.Wrap(VapiPayload.ToolCalls(VapiPayload.Call("a"))));

        Assert.Equal(line, answer.Results[0].GetProperty("result").GetString());
    }

    [Fact]
    public async Task Post_ToolThrows_SaysSoWithoutTheCauseAndLogsItOnceWithItsIds()
    {
        await using var host = await VapiHost.StartAsync();
        host.Tool.Answer = _ => throw new InvalidOperationException("deadbeef secret detail");

        var answer = await host.PostAsync(VapiPayload.Wrap(VapiPayload.ToolCalls(VapiPayload.Call("a"), VapiPayload.Call("b", "claim_slot"))));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain("deadbeef", answer.Text, StringComparison.Ordinal);
        Assert.Equal("temporarily_unavailable", answer.Code(0));
        Assert.Equal("RETRY", answer.Payload(0).GetProperty("action").GetString());
        Assert.True(answer.Results[0].TryGetProperty("error", out _));
        Assert.Equal("available", answer.Code(1));
        var line = Assert.Single(host.Log.Lines, line => line.Level == LogLevel.Error);
        Assert.IsType<InvalidOperationException>(line.Fault);
        Assert.Equal(FakeVoiceCredentials.A.Value, line.Scope["OrgId"]);
        Assert.Equal("01981001-7c31-7aa0-9f10-000000000001", line.Scope["CallId"]);
        Assert.Equal("a", line.Scope["ToolCallId"]);
    }

    [Fact]
    public async Task Post_ToolThatAnswersLate_IsLeftBehindAtTheDeadline()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(57));
        await using var host = await VapiHost.StartAsync(time);
        var entered = new TaskCompletionSource();
        var never = new TaskCompletionSource<ToolAnswer>();
        var token = CancellationToken.None;
        host.Tool.Answer = ct =>
        {
            token = ct;
            entered.SetResult();
            return new(never.Task);
        };

        var posting = host.PostAsync(VapiPayload.Wrap(VapiPayload.ToolCalls(VapiPayload.Call("a"), VapiPayload.Call("b", "claim_slot"))));
        await entered.Task;
        time.Advance(TimeSpan.FromSeconds(8));
        var answer = await posting;

        Assert.Equal("temporarily_unavailable", answer.Code(0));
        Assert.Equal("temporarily_unavailable", answer.Code(1));
        Assert.True(token.IsCancellationRequested);
        Assert.Empty(host.Claim.Runs);

        never.SetException(new InvalidOperationException("later still"));
        var failure = Assert.Single(host.Log.Lines, line => line.Fault is not null);
        Assert.Equal("a", failure.Scope["ToolCallId"]);
    }

    [Fact]
    public async Task Post_OverTheOrganizationsBudget_AnswersUnavailableAndNever429()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(57));
        await using var host = await VapiHost.StartAsync(time, options => options.RequestsPerSecond = 2);
        var body = VapiPayload.Wrap(VapiPayload.ToolCalls(VapiPayload.Call("a")));
        await host.PostAsync(body);
        await host.PostAsync(body);

        var over = await host.PostAsync(body);
        time.Advance(TimeSpan.FromSeconds(1));
        var later = await host.PostAsync(body);

        Assert.Equal(HttpStatusCode.OK, over.Status);
        Assert.Equal("temporarily_unavailable", over.Code(0));
        Assert.Equal("available", later.Code(0));
        Assert.Equal(3, host.Tool.Runs.Count);
    }

    [Fact]
    public async Task Post_CallMessage_TellsTheToolWhoCalls()
    {
        await using var host = await VapiHost.StartAsync();

        await host.PostAsync(VapiPayload.Wrap(VapiPayload.ToolCalls(VapiPayload.Call("a"))));

        var run = Assert.Single(host.Tool.Runs);
        Assert.Equal(
            new CallFacts("01981001-7c31-7aa0-9f10-000000000001", "+14155550142", FakeVoiceCredentials.NumberIdA, CallChannel.Call, CallDirection.Inbound),
            run.Call);
        Assert.Equal(FakeVoiceCredentials.A, run.Context.Org);
        Assert.Equal("voice:01981001-7c31-7aa0-9f10-000000000001", run.Context.Actor.ToString());
        Assert.Equal("a", run.Context.ToolCallId);
    }

    [Fact]
    public async Task Post_ChatMessage_IsKnownByItsSession()
    {
        await using var host = await VapiHost.StartAsync();
        var message = VapiPayload.ToolCalls(VapiPayload.Call("a"));
        foreach (var name in new[] { "call", "phoneNumber", "customer" })
            message.Remove(name);
        message["chat"] = new JsonObject { ["id"] = "chat-1", ["sessionId"] = "session-1", ["assistantId"] = FakeVoiceCredentials.AssistantA };

        await host.PostAsync(VapiPayload.Wrap(message));

        Assert.Equal(new CallFacts("session-1", null, null, CallChannel.Chat, CallDirection.Unknown), Assert.Single(host.Tool.Runs).Call);
    }

    [Fact]
    public async Task Post_OrganizationNamedInArguments_ChangesNothing()
    {
        await using var host = await VapiHost.StartAsync();
        var spoof = new JsonObject { ["org_id"] = FakeVoiceCredentials.B.ToString(), ["assistantId"] = FakeVoiceCredentials.AssistantB, ["phoneNumberId"] = FakeVoiceCredentials.NumberIdB };

        await host.PostAsync(VapiPayload.Wrap(VapiPayload.ToolCalls(VapiPayload.Call("a", "check_availability", spoof))));

        Assert.Equal(FakeVoiceCredentials.A, Assert.Single(host.Tool.Runs).Context.Org);
    }

    [Fact]
    public async Task Post_AnyToolMessage_LogsNeitherNumbersNorTokens()
    {
        await using var host = await VapiHost.StartAsync();
        host.Tool.Answer = _ => throw new InvalidOperationException("fault");

        await host.PostAsync(VapiPayload.Wrap(VapiPayload.ToolCalls(VapiPayload.Call("a"))));

        var text = string.Join('\n', host.Log.Lines.Select(line => line.Text + JsonSerializer.Serialize(line.Scope.Values.Select(value => $"{value}"))));
        Assert.DoesNotContain("4155550142", text, StringComparison.Ordinal);
        Assert.DoesNotContain("planted-canary", text, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeVoiceCredentials.SecretA, text, StringComparison.Ordinal);
    }
}
