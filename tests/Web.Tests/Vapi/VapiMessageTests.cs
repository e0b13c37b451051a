using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Orchestrator.Core.Calls;
using Xunit;

namespace Orchestrator.Web.Tests.Vapi;

public sealed class VapiMessageTests
{
    [Theory]
    [InlineData("status-update")]
    [InlineData("end-of-call-report")]
    [InlineData("conversation-update")]
    [InlineData("speech-update")]
    [InlineData("hang")]
    [InlineData("user-interrupted")]
    [InlineData("assistant.started")]
    [InlineData("assistant.speechStarted")]
    [InlineData("function-call")]
    [InlineData("transcript")]
    [InlineData("transcript[transcriptType=\"final\"]")]
    [InlineData("model-output")]
    [InlineData("transfer-update")]
    [InlineData("phone-call-control")]
    [InlineData("language-changed")]
    [InlineData("language-change-detected")]
    [InlineData("voice-input")]
    [InlineData("voice-request")]
    [InlineData("chat.created")]
    [InlineData("session.deleted")]
    [InlineData("call.delete.failed")]
    [InlineData("call.artifact.upload")]
    [InlineData("invented-next-month")]
    public async Task Post_Notice_IsAcknowledged(string type)
    {
        await using var host = await VapiHost.StartAsync();

        var answer = await host.PostAsync(VapiPayload.Wrap(VapiPayload.Message(type)));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("application/json", answer.ContentType);
        Assert.Equal("{}", answer.Text);
    }

    [Theory]
    [InlineData("assistant-request", """{"assistantId":"2c7b9a10-3f64-4c1b-8a55-77d0e9a1c002"}""")]
    [InlineData("transfer-destination-request", """{"destination":{"type":"number","number":"+14155550199"}}""")]
    [InlineData("handoff-destination-request", """{"error":"I cannot hand you over, but I can help you here."}""")]
    [InlineData("knowledge-base-request", """{"documents":[]}""")]
    [InlineData("call.endpointing.request", """{"timeoutSeconds":0.5}""")]
    [InlineData("campaign.predial", """{"eligible":false}""")]
    public async Task Post_Question_IsAnswered(string type, string expected)
    {
        await using var host = await VapiHost.StartAsync();

        Assert.Equal(expected, (await host.PostAsync(VapiPayload.Wrap(VapiPayload.Message(type)))).Text);
    }

    [Theory]
    [InlineData("assistant-request", false)]
    [InlineData("assistant-request", true)]
    [InlineData("transfer-destination-request", false)]
    [InlineData("transfer-destination-request", true)]
    public async Task Post_QuestionWithoutAnAnswer_GetsASentence(string type, bool isDown)
    {
        await using var host = await VapiHost.StartAsync();
        host.Calls.Route = new CallRoute(null, null);
        host.Calls.IsDown = isDown;

        var answer = await host.PostAsync(VapiPayload.Wrap(VapiPayload.Message(type)));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.EndsWith(".", answer.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("deadbeef", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_StatusInProgress_TellsThatTheCallStarted()
    {
        await using var host = await VapiHost.StartAsync();
        var message = VapiPayload.Message("status-update");
        message["status"] = "in-progress";

        await host.PostAsync(VapiPayload.Wrap(message));

        var (context, call) = Assert.Single(host.Calls.Started);
        Assert.Equal(FakeVoiceCredentials.A, context.Org);
        Assert.Equal("01981001-7c31-7aa0-9f10-000000000001", context.CallId);
        Assert.Equal(
            new CallStarted(CallChannel.Call, CallDirection.Inbound, "+14155550142", FakeVoiceCredentials.NumberIdA, new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero)),
            call);
    }

    [Fact]
    public async Task Post_EndOfCallReport_TellsWhatIsKnown()
    {
        await using var host = await VapiHost.StartAsync();
        var message = VapiPayload.Message("end-of-call-report");
        message["endedReason"] = "customer-ended-call";
        message["endedAt"] = "2026-11-22T10:03:55.000Z";
        message["durationSeconds"] = 235.5;
        message["cost"] = 0.1873;

        await host.PostAsync(VapiPayload.Wrap(message));

        Assert.Equal(
            new CallEnded(
                CallChannel.Call,
                CallDirection.Inbound,
                "+14155550142",
                FakeVoiceCredentials.NumberIdA,
                "customer-ended-call",
                TransferredToPerson: false,
                new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero),
                new(2026, 11, 22, 10, 3, 55, TimeSpan.Zero),
                TimeSpan.FromSeconds(235.5),
                0.1873m),
            Assert.Single(host.Calls.Ended).Call);
    }

    [Theory]
    [InlineData("assistant-forwarded-call", null, true)]
    [InlineData("customer-ended-call", null, false)]
    [InlineData("customer-ended-call", "number", true)]
    [InlineData("customer-ended-call", "sip", true)]
    [InlineData("customer-ended-call", "assistant", false)]
    [InlineData("call.forwarding.operator-busy", "number", false)]
    [InlineData("call.in-progress.error-transfer-failed", "number", false)]
    public async Task Post_EndOfCall_KnowsWhetherAPersonTookOver(string reason, string? destination, bool expected)
    {
        await using var host = await VapiHost.StartAsync();
        foreach (var type in new[] { "end-of-call-report", "status-update" })
        {
            var message = VapiPayload.Message(type);
            message["status"] = "ended";
            message["endedReason"] = reason;
            if (destination is not null)
                message["destination"] = new JsonObject { ["type"] = destination };
            await host.PostAsync(VapiPayload.Wrap(message));
        }

        Assert.Single(host.Calls.Reports);
        Assert.All(host.Calls.Ended, ended => Assert.Equal(expected, ended.Call.TransferredToPerson));
    }

    [Fact]
    public async Task Post_OddValuesInAReport_ReadAsUnknown()
    {
        await using var host = await VapiHost.StartAsync();
        var message = VapiPayload.Message("end-of-call-report");
        message["call"] = new JsonObject { ["id"] = "c", ["startedAt"] = "0001-01-01T00:00:00+14:00" };
        message["endedReason"] = new string('x', 5_000);
        message["endedAt"] = 1_790_000_000;
        message["durationMs"] = 1e300;
        message["durationSeconds"] = -4;
        message["cost"] = "free";

        var answer = await host.PostAsync(VapiPayload.Wrap(message));

        Assert.Equal("{}", answer.Text);
        var call = Assert.Single(host.Calls.Ended).Call;
        Assert.Equal((null, null, null, null, null), (call.Reason, call.StartedAt, call.EndedAt, call.Duration, call.CostUsd));
    }

    [Fact]
    public async Task Post_EndBeforeTheBeginning_ReadsAsUnknown()
    {
        await using var host = await VapiHost.StartAsync();
        var message = VapiPayload.Message("end-of-call-report");
        message["startedAt"] = "2026-11-22T10:00:00.000Z";
        message["endedAt"] = "2026-11-20T10:00:00.000Z";

        await host.PostAsync(VapiPayload.Wrap(message));

        var call = Assert.Single(host.Calls.Ended).Call;
        Assert.Equal((new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero), null, null), (call.StartedAt, call.EndedAt, call.Duration));
    }

    [Fact]
    public async Task Post_ReportThatCannotBeStored_IsNotAcknowledged()
    {
        await using var host = await VapiHost.StartAsync();
        host.Calls.IsDown = true;
        var ended = VapiPayload.Message("status-update");
        ended["status"] = "ended";

        var report = await host.PostAsync(VapiPayload.Wrap(VapiPayload.Message("end-of-call-report")));
        var notice = await host.PostAsync(VapiPayload.Wrap(ended));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, report.Status);
        Assert.Empty(report.Text);
        Assert.Equal("{}", notice.Text);
        Assert.Equal(2, host.Log.Lines.Count(line => line.Fault is not null));
    }

    [Fact]
    public async Task Post_ReportThatTakesTooLong_IsNotAcknowledged()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(57));
        await using var host = await VapiHost.StartAsync(time);
        host.Calls.IsHanging = true;

        var posting = host.PostAsync(VapiPayload.Wrap(VapiPayload.Message("end-of-call-report")));
        while (!posting.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(6));
            await Task.Yield();
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await posting).Status);
    }

    [Fact]
    public async Task Post_Hang_TellsThatTheCallStalled()
    {
        await using var host = await VapiHost.StartAsync();

        await host.PostAsync(VapiPayload.Wrap(VapiPayload.Message("hang")));

        Assert.Equal(FakeVoiceCredentials.A, Assert.Single(host.Calls.Stalled).Org);
        Assert.Equal("hang", Assert.Single(host.Metrics.Messages));
    }

    [Fact]
    public async Task Post_AssistantRefused_IsWorthAWarning()
    {
        await using var host = await VapiHost.StartAsync();
        var message = VapiPayload.Message("status-update");
        message["status"] = "ended";
        message["endedReason"] = "assistant-request-returned-invalid-assistant";

        await host.PostAsync(VapiPayload.Wrap(message));

        Assert.Contains("assistant-request-returned-invalid-assistant", host.Log.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ReportOfNoCall_IsAcknowledgedAndLogged()
    {
        await using var host = await VapiHost.StartAsync();
        var message = VapiPayload.Message("end-of-call-report");
        message["call"] = new JsonObject { ["id"] = " " };

        var answer = await host.PostAsync(VapiPayload.Wrap(message));

        Assert.Equal("{}", answer.Text);
        Assert.Empty(host.Calls.Reports);
        Assert.Contains("named no call", host.Log.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status-update")]
    [InlineData("conversation-update")]
    [InlineData("transcript")]
    [InlineData("model-output")]
    public async Task Post_NoticeWithWhatWasSaid_LeavesNothingOfIt(string type)
    {
        await using var host = await VapiHost.StartAsync();
        var message = VapiPayload.Message(type);
        message["status"] = "ended";
        message["transcript"] = "User: planted-canary";
        message["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["message"] = "planted-canary" });

        await host.PostAsync(VapiPayload.Wrap(message));

        Assert.Empty(host.Calls.Reports);
        Assert.DoesNotContain("planted-canary", host.Log.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ToolCalls_AreNotedWithoutTheirValues()
    {
        await using var host = await VapiHost.StartAsync();
        var arguments = new JsonObject { ["date"] = "tomorrow", ["patient_name"] = "Ada Byron", ["ada_byron"] = "x", ["time"] = "" };

        await host.PostAsync(VapiPayload.Wrap(VapiPayload.ToolCalls(VapiPayload.Call("a", "check_availability", arguments), VapiPayload.Call("b", "no_such_tool"))));

        Assert.Equal(["check_availability", "unknown"], host.Calls.Notes.Select(note => note.Tool));
        Assert.Equal(["date", "patient_name"], host.Calls.Notes.First().Arguments);
        Assert.Equal("unknown_tool", host.Calls.Notes.Last().Code);
    }
}
