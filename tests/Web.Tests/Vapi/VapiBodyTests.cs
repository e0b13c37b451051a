using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Orchestrator.Web.Vapi;
using Xunit;

namespace Orchestrator.Web.Tests.Vapi;

public sealed class VapiBodyTests
{
    private const int Limit = 10 * 1024 * 1024;

    private static readonly (string, string) Secret = ("X-Vapi-Secret", FakeVoiceCredentials.SecretA);

    [Theory]
    [InlineData("")]
    [InlineData("message=hello&type=tool-calls")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"type":"tool-calls","toolCallList":[]}""")]
    [InlineData("""{"message":null}""")]
    [InlineData("""{"message":"tool-calls"}""")]
    [InlineData("""{"message":[]}""")]
    [InlineData("""{"message":{}}""")]
    [InlineData("""{"message":{"type":7}}""")]
    [InlineData("""{"message":{"type":""}}""")]
    [InlineData("""{"message":{"type":"hang"},"message":{"type":"hang"}}""")]
    [InlineData("""{"message":{"type":"hang","call":{"id":"1","\u0069d":"2"}}}""")]
    [InlineData("""{"message":{"type":"hang","\ud800":1}}""")]
    [InlineData("""{"message":{"type":"\ud800"}}""")]
    [InlineData("""{"message":{"type":"hang",}}""")]
    [InlineData("""{"message":{"type":"hang"}} trailing""")]
    [InlineData("""{"message":{"type":"hang"/**/}}""")]
    [InlineData("{\"message\":{\"type\":\"hang\u0000\"}}")]
    public async Task Post_NotAMessage_Is400WithAShortBody(string body)
    {
        await using var host = await VapiHost.StartAsync();

        var answer = await host.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("application/json", answer.ContentType);
        Assert.True(answer.Text.Length < 100);
    }

    [Fact]
    public async Task Post_InvalidUtf8_Is400()
    {
        await using var host = await VapiHost.StartAsync();
        var body = Encoding.Latin1.GetBytes("""{"message":{"type":"hang","note":"caf\u00e9"}}""".Replace("\\u00e9", "\u00e9", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(body, Secret)).Status);
    }

    [Theory]
    [InlineData(62, HttpStatusCode.OK)]
    [InlineData(63, HttpStatusCode.BadRequest)]
    [InlineData(5_000, HttpStatusCode.BadRequest)]
    public async Task Post_Depth_IsLimitedTo64(int inMessage, HttpStatusCode expected)
    {
        await using var host = await VapiHost.StartAsync();
        var nested = new string('[', inMessage) + new string(']', inMessage);

        Assert.Equal(expected, (await host.PostAsync("{\"message\":{\"type\":\"hang\",\"deep\":" + nested + "}}")).Status);
    }

    [Fact]
    public async Task Post_ByteOrderMark_IsReadOver()
    {
        await using var host = await VapiHost.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync("\uFEFF" + VapiPayload.Wrap(VapiPayload.Message("hang")))).Status);
    }

    [Fact]
    public async Task Post_HalfACharacterInTextNobodyReads_IsAccepted()
    {
        await using var host = await VapiHost.StartAsync();

        var answer = await host.PostAsync("""{"message":{"type":"end-of-call-report","call":{"id":"c"},"artifact":{"transcript":"ok \ud83d"}}}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Single(host.Calls.Ended);
    }

    [Theory]
    [InlineData(Limit, false, HttpStatusCode.OK)]
    [InlineData(Limit, true, HttpStatusCode.OK)]
    [InlineData(Limit + 1, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(Limit + 1, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(Limit + 400_000, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Post_LargeBody_IsLimitedToTenMegabytes(int length, bool isChunked, HttpStatusCode expected)
    {
        await using var host = await VapiHost.StartAsync(configure: options => options.BodyDeadline = TimeSpan.FromMinutes(1));
        using var content = new ByteArrayContent(Padded(length));
        using var request = new HttpRequestMessage(HttpMethod.Post, VapiRegistration.Path) { Content = content };
        request.Headers.Add(Secret.Item1, Secret.Item2);
        request.Headers.TransferEncodingChunked = isChunked;
        // The refusal comes before the body is sent, so a connection cannot be reset under it.
        request.Headers.ExpectContinue = length > Limit && !isChunked;

        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Post_LargeSignedBodies_AllGetTheirTurn()
    {
        await using var host = await VapiHost.StartAsync(configure: options => options.BodyDeadline = TimeSpan.FromMinutes(1));
        var body = Padded(1_000_000);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.PostAsync(body, ("x-signature", new string('a', 64)), ("x-timestamp", Now()))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.Status));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Post_CompressedBody_Is415AndStaysPacked(string encoding)
    {
        await using var host = await VapiHost.StartAsync();
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(new byte[5_000_000], TestContext.Current.CancellationToken);

        var answer = await host.PostAsync(packed.ToArray(), Secret, ("Content-Encoding", encoding));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
    }

    [Fact]
    public async Task Post_BodyThatNeverArrives_Is408AtTheDeadline()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(57));
        await using var host = await VapiHost.StartAsync(time);
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Address.Host, host.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        var head = $"POST {VapiRegistration.Path} HTTP/1.1\r\nHost: x\r\nX-Vapi-Secret: {FakeVoiceCredentials.SecretA}\r\nContent-Length: 500\r\n\r\n{{\"mes";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);

        var buffer = new byte[1_024];
        var reading = stream.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask();
        // Advanced until the server has come to wait for the rest; each step is past its deadline.
        while (!reading.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(6));
            await Task.Yield();
        }

        Assert.StartsWith("HTTP/1.1 408", Encoding.ASCII.GetString(buffer, 0, await reading), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WrongSecretWithABody_IsRefusedUnread()
    {
        await using var host = await VapiHost.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Address.Host, host.Address.Port, TestContext.Current.CancellationToken);
        await using var stream = socket.GetStream();
        var head = $"POST {VapiRegistration.Path} HTTP/1.1\r\nHost: x\r\nX-Vapi-Secret: wrong\r\nContent-Length: 5000\r\n\r\n{{";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), TestContext.Current.CancellationToken);

        var buffer = new byte[1_024];
        var length = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 401", Encoding.ASCII.GetString(buffer, 0, length), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-8")]
    public async Task Post_AnyContentType_IsReadAsJson(string type)
    {
        await using var host = await VapiHost.StartAsync();
        using var content = new StringContent(VapiPayload.Wrap(VapiPayload.Message("hang")));
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(content, Secret)).Status);
    }

    private static string Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Padded(int length)
    {
        var body = new byte[length];
        body.AsSpan().Fill((byte)' ');
        Encoding.UTF8.GetBytes(VapiPayload.Wrap(VapiPayload.Message("hang"))).CopyTo(body, 0);
        return body;
    }
}
