using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Orchestrator.Web.Vapi;
using Xunit;

namespace Orchestrator.Web.Tests.Vapi;

public sealed class VapiAuthenticationTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private static readonly string Body = VapiPayload.Wrap(VapiPayload.ToolCalls(VapiPayload.Call("a")));

    public static TheoryData<string, string, string> GoodHeaders => new()
    {
        { "X-Vapi-Secret", FakeVoiceCredentials.SecretA, "" },
        { "x-vapi-secret", FakeVoiceCredentials.SecretA, "" },
        { "Authorization", "Bearer " + FakeVoiceCredentials.SecretA, "" },
        { "Authorization", "bearer  " + FakeVoiceCredentials.SecretA, "" },
        { "x-signature", Sign(FakeVoiceCredentials.HmacA, Seconds(0), Body), Seconds(0) },
        { "x-signature", "sha256=" + Sign(FakeVoiceCredentials.HmacA, Seconds(0), Body).ToUpperInvariant(), Seconds(0) },
        { "x-signature", Sign(FakeVoiceCredentials.HmacA, Seconds(-300), Body), Seconds(-300) },
        { "x-signature", Sign(FakeVoiceCredentials.HmacA, Seconds(300), Body), Seconds(300) },
        { "x-signature", Sign(FakeVoiceCredentials.HmacA, Seconds(0) + "250", Body), Seconds(0) + "250" },
        { "x-signature", Sign(FakeVoiceCredentials.OldHmacA, Seconds(0), Body), Seconds(0) },
    };

    public static TheoryData<string, string, string> BadHeaders => new()
    {
        { "X-Nothing", "", "" },
        { "X-Vapi-Secret", "not-" + FakeVoiceCredentials.SecretA, "" },
        { "X-Vapi-Secret", FakeVoiceCredentials.SecretA + " x", "" },
        { "X-Vapi-Secret", FakeVoiceCredentials.SecretA.ToUpperInvariant(), "" },
        { "X-Vapi-Secret", FakeVoiceCredentials.HmacA, "" },
        { "X-Vapi-Secret", new string('x', 4_000), "" },
        { "Authorization", FakeVoiceCredentials.SecretA, "" },
        { "Authorization", "Basic " + FakeVoiceCredentials.SecretA, "" },
        { "Authorization", "Bearer ", "" },
        { "x-signature", Sign(FakeVoiceCredentials.HmacA, Seconds(0), Body), "" },
        { "x-signature", Sign(FakeVoiceCredentials.HmacA, Seconds(0), Body), Seconds(1) },
        { "x-signature", Sign(FakeVoiceCredentials.HmacA, Seconds(0), Body + " "), Seconds(0) },
        { "x-signature", Sign(FakeVoiceCredentials.HmacB, Seconds(0), Body), Seconds(0) },
        { "x-signature", Sign(FakeVoiceCredentials.HmacA, Seconds(-301), Body), Seconds(-301) },
        { "x-signature", Sign(FakeVoiceCredentials.HmacA, Seconds(301), Body), Seconds(301) },
        { "x-signature", Sign(FakeVoiceCredentials.HmacA, "-1", Body), "-1" },
        { "x-signature", Sign(FakeVoiceCredentials.HmacA, "9999999999999999999", Body), "9999999999999999999" },
        { "x-signature", Sign(FakeVoiceCredentials.HmacA, "noon", Body), "noon" },
        { "x-signature", Sign(FakeVoiceCredentials.HmacA, Seconds(0), Body)[..62], Seconds(0) },
        { "x-signature", "zz" + Sign(FakeVoiceCredentials.HmacA, Seconds(0), Body)[2..], Seconds(0) },
        { "x-signature", Sign("", Seconds(0), Body), Seconds(0) },
    };

    [Theory]
    [MemberData(nameof(GoodHeaders))]
    public async Task Post_GoodCredential_IsAnswered(string name, string value, string timestamp)
    {
        await using var host = await VapiHost.StartAsync(new FakeTimeProvider(Now));

        var answer = await host.PostAsync(Body, (name, value), ("x-timestamp", timestamp));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("available", answer.Code(0));
        Assert.Equal(FakeVoiceCredentials.A, Assert.Single(host.Tool.Runs).Context.Org);
    }

    [Theory]
    [MemberData(nameof(BadHeaders))]
    public async Task Post_BadCredential_Is401AndNothingHappens(string name, string value, string timestamp)
    {
        await using var host = await VapiHost.StartAsync(new FakeTimeProvider(Now));

        var answer = await host.PostAsync(Body, (name, value), ("x-timestamp", timestamp));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Empty(answer.Text);
        Assert.Empty(host.Tool.Runs);
        Assert.Single(host.Metrics.Rejections);
        Assert.DoesNotContain("conformance-", host.Log.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_GoodBearerBehindAWrongSecret_IsNotTried()
    {
        await using var host = await VapiHost.StartAsync();

        var answer = await host.PostAsync(Body, ("X-Vapi-Secret", "wrong"), ("Authorization", "Bearer " + FakeVoiceCredentials.SecretA));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
    }

    [Theory]
    [InlineData("phoneNumber", "id", FakeVoiceCredentials.NumberIdB)]
    [InlineData("phoneNumber", "id", "11111111-2222-4333-8444-555555555555")]
    [InlineData("phoneNumber", "number", FakeVoiceCredentials.NumberB)]
    [InlineData("call", "phoneNumberId", FakeVoiceCredentials.NumberIdB)]
    [InlineData("call", "phoneNumberId", "nobody's")]
    [InlineData("call", "assistantId", FakeVoiceCredentials.AssistantB)]
    [InlineData("call", "assistantId", "nobody's")]
    [InlineData("assistant", "id", FakeVoiceCredentials.AssistantB)]
    [InlineData("chat", "assistantId", FakeVoiceCredentials.AssistantB)]
    [InlineData("session", "assistantId", FakeVoiceCredentials.AssistantB)]
    public async Task Post_IdOfAnotherOrganizationOrOfNobody_Is403WithEitherCredential(string holder, string property, string id)
    {
        await using var host = await VapiHost.StartAsync(new FakeTimeProvider(Now));
        var message = VapiPayload.ToolCalls(VapiPayload.Call("a"));
        message[holder] ??= new JsonObject();
        message[holder]![property] = id;
        var body = VapiPayload.Wrap(message);

        var bySecret = await host.PostAsync(body);
        var bySignature = await host.PostAsync(body, ("x-signature", Sign(FakeVoiceCredentials.HmacA, Seconds(0), body)), ("x-timestamp", Seconds(0)));

        Assert.Equal(HttpStatusCode.Forbidden, bySecret.Status);
        Assert.Empty(bySecret.Text);
        Assert.Contains(bySignature.Status, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden });
        Assert.Empty(host.Tool.Runs);
    }

    [Theory]
    [InlineData("""{"array":[1]}""")]
    [InlineData("17")]
    [InlineData("true")]
    [InlineData("\"\\ud800\"")]
    public async Task Post_IdThatIsNone_BelongsToNobody(string id)
    {
        await using var host = await VapiHost.StartAsync();
        var body = Body.Replace($"\"{FakeVoiceCredentials.AssistantA}\"", id, StringComparison.Ordinal);

        var answer = await host.PostAsync(body);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public async Task Post_NumberWithoutAnId_IsEnoughToAgree()
    {
        await using var host = await VapiHost.StartAsync();
        var message = VapiPayload.ToolCalls(VapiPayload.Call("a"));
        message["phoneNumber"] = new JsonObject { ["number"] = FakeVoiceCredentials.NumberA };
        message["call"] = null;
        message["assistant"] = null;

        Assert.Equal("available", (await host.PostAsync(VapiPayload.Wrap(message))).Code(0));
        message["phoneNumber"]!["number"] = "+19995550100";
        Assert.Equal(HttpStatusCode.Forbidden, (await host.PostAsync(VapiPayload.Wrap(message))).Status);
    }

    [Fact]
    public async Task Post_NoIdsAtAll_BelongsToTheSecretsOrganizationButNobodyCanSignIt()
    {
        await using var host = await VapiHost.StartAsync(new FakeTimeProvider(Now));
        var body = """{"message":{"type":"tool-calls","toolCalls":[{"id":"a","name":"check_availability"}]}}""";

        var bySecret = await host.PostAsync(body, ("X-Vapi-Secret", FakeVoiceCredentials.SecretB));
        var bySignature = await host.PostAsync(body, ("x-signature", Sign(FakeVoiceCredentials.HmacB, Seconds(0), body)), ("x-timestamp", Seconds(0)));

        Assert.Equal("available", bySecret.Code(0));
        Assert.Equal(FakeVoiceCredentials.B, Assert.Single(host.Tool.Runs).Context.Org);
        Assert.Equal(HttpStatusCode.Unauthorized, bySignature.Status);
    }

    [Fact]
    public async Task Post_SignedChat_IsFoundByItsAssistant()
    {
        await using var host = await VapiHost.StartAsync(new FakeTimeProvider(Now));
        var body = """{"message":{"type":"chat.created","chat":{"id":"x","assistantId":"ID"}}}""".Replace("ID", FakeVoiceCredentials.AssistantB, StringComparison.Ordinal);

        var answer = await host.PostAsync(body, ("x-signature", Sign(FakeVoiceCredentials.HmacB, Seconds(0), body)), ("x-timestamp", Seconds(0)));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("{}", answer.Text);
    }

    [Fact]
    public async Task Post_SignedButDuplicatedKeys_Is400()
    {
        await using var host = await VapiHost.StartAsync(new FakeTimeProvider(Now));
        var body = Body[..^1] + ",\"message\":{}}";

        var answer = await host.PostAsync(body, ("x-signature", Sign(FakeVoiceCredentials.HmacA, Seconds(0), body)), ("x-timestamp", Seconds(0)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Post_ManyWrongCredentials_Become429WhileGoodOnesPass()
    {
        var time = new FakeTimeProvider(Now);
        await using var host = await VapiHost.StartAsync(time, options => options.UnverifiedPerMinute = 3);
        for (var attempt = 0; attempt < 3; attempt++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync(Body, ("X-Vapi-Secret", "wrong"))).Status);

        var fourth = await host.PostAsync(Body, ("X-Vapi-Secret", "wrong"));
        var good = await host.PostAsync(Body);
        var signed = await host.PostAsync(Body, ("x-signature", Sign(FakeVoiceCredentials.HmacA, Seconds(0), Body)), ("x-timestamp", Seconds(0)));
        time.Advance(TimeSpan.FromMinutes(1));
        var later = await host.PostAsync(Body, ("X-Vapi-Secret", "wrong"));

        Assert.Equal(HttpStatusCode.TooManyRequests, fourth.Status);
        Assert.Equal(HttpStatusCode.OK, good.Status);
        Assert.Equal(HttpStatusCode.OK, signed.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, later.Status);
        Assert.Equal(5, host.Metrics.Rejections.Count);
    }

    [Fact]
    public async Task Post_CredentialsCannotBeLookedUp_SpeaksOfItAndRunsNothing()
    {
        await using var host = await VapiHost.StartAsync(new FakeTimeProvider(Now));
        host.Credentials.IsDown = true;
        var report = VapiPayload.Wrap(VapiPayload.Message("end-of-call-report"));

        var bySecret = await host.PostAsync(Body);
        var bySignature = await host.PostAsync(Body, ("x-signature", Sign(FakeVoiceCredentials.HmacA, Seconds(0), Body)), ("x-timestamp", Seconds(0)));
        var closing = await host.PostAsync(report);
        var asked = await host.PostAsync(VapiPayload.Wrap(VapiPayload.Message("assistant-request")));
        var notice = await host.PostAsync(VapiPayload.Wrap(VapiPayload.Message("hang")));

        Assert.Equal("temporarily_unavailable", bySecret.Code(0));
        Assert.Equal("temporarily_unavailable", bySignature.Code(0));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, closing.Status);
        Assert.True(asked.Json.TryGetProperty("error", out _));
        Assert.Equal("{}", notice.Text);
        Assert.Empty(host.Tool.Runs);
        Assert.Empty(host.Calls.Stalled);
        Assert.DoesNotContain("deadbeef", bySecret.Text + bySignature.Text + closing.Text, StringComparison.Ordinal);
    }

    private static string Seconds(int offset) => Now.AddSeconds(offset).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Sign(string key, string timestamp, string body) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));
}
